import { Link, type LinkProps } from "@remix-run/react";

type LinkButtonProps = LinkProps & { purpose?: "primary" | "secondary" | "subtle" };

/** A link that looks like a button: for going to a page where something is done. */
export function LinkButton({ purpose = "secondary", ...props }: LinkButtonProps) {
  return <Link {...props} className={`nl-button nl-button--${purpose}`} />;
}

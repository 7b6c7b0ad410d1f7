import { Link, type LinkProps } from "@remix-run/react";

/** A link inside the product in running text, lists and tables. */
export function TextLink({ className, ...props }: LinkProps) {
  return <Link {...props} className={className ? `nl-link ${className}` : "nl-link"} />;
}

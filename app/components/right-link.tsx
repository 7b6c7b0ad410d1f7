import type { ReactNode } from "react";
import type { Right } from "#app/domain/rights.ts";
import { useHasRight } from "./shell/use-shell.ts";
import { TextLink } from "./text-link.tsx";

type RightLinkProps = { to: string; right: Right; children: ReactNode };

/** A link for who may open what it leads to; for others the same words without it. */
export function RightLink({ to, right, children }: RightLinkProps) {
  return useHasRight(right) ? <TextLink to={to}>{children}</TextLink> : <>{children}</>;
}

import { useHasRight } from "../shell/use-shell.ts";
import { TextLink } from "../text-link.tsx";

type RaiseLinkProps = {
  /** From what, as the address takes it: `casus=<id>`. */
  from: string;
  /** In words of the page it stands on: the texts of signals need not come along. */
  children: string;
};

/** The way to a signal about the rule behind what somebody is looking at. */
export function RaiseLink({ from, children }: RaiseLinkProps) {
  const mayRaise = useHasRight("signal.raise");
  if (!mayRaise) return null;
  return (
    <p>
      <TextLink to={`/signalen/nieuw?${from}`}>{children}</TextLink>
    </p>
  );
}

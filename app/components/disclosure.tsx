import type { ReactNode } from "react";

type DisclosureProps = {
  summary: ReactNode;
  open?: boolean;
  children: ReactNode;
};

/** Content that opens on asking, without JavaScript: also for an act that wants a second thought. */
export function Disclosure({ summary, open, children }: DisclosureProps) {
  return (
    <details className="mw-disclosure" open={open}>
      <summary className="mw-disclosure__summary">{summary}</summary>
      <div className="mw-disclosure__content">{children}</div>
    </details>
  );
}

import type { ReactNode } from "react";
import { placeId } from "./editor-places.ts";

type EditorSectionProps = {
  /** Path of the part of the form that stands in it. */
  path: string;
  title: string;
  /** What is in it, in a few words, to see without opening. */
  facts: string;
  open: boolean;
  children: ReactNode;
};

/** One part of the form that opens on asking; closed, it still sends what is typed in it. */
export function EditorSection({ path, title, facts, open, children }: EditorSectionProps) {
  return (
    <details className="mw-card mw-editor-section" id={placeId(path)} data-row={path} open={open}>
      <summary className="mw-editor-section__summary">
        <h2 className="nl-heading nl-heading--level-3">{title}</h2>
        <span className="mw-soft">{facts}</span>
      </summary>
      <div className="mw-card__body">{children}</div>
    </details>
  );
}

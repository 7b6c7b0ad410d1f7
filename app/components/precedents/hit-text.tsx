import type { HighlightPart } from "#app/domain/search-highlight.ts";

/** A text in which the words that a search found are marked. */
export function HitText({ parts }: { parts: readonly HighlightPart[] }) {
  return parts.map(({ text, hit }, index) =>
    hit ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
  );
}

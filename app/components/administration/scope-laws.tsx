import { LawLink } from "#app/components/law-link.tsx";
import { parseLawReference } from "#app/domain/law-reference.ts";

/** The laws a scope is about, each linked to where it can be read. */
export function ScopeLaws({ references }: { references: string[] }) {
  if (references.length === 0) return "-";
  return (
    <ul className="mw-plain-list">
      {references.map((text) => {
        const reference = parseLawReference(text);
        return <li key={text}>{reference ? <LawLink reference={reference} /> : text}</li>;
      })}
    </ul>
  );
}

import type { LetterBlock } from "#app/domain/letter.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LetterView } from "#app/schemas/letter-view.ts";

/** The letter as it is read and printed: Dutch, whatever the language of the page. */
export function LetterSheet({ letter, isDraft }: { letter: LetterView; isDraft: boolean }) {
  const { t } = useTranslation("letters");
  const { mark, head, title, blocks } = letter;
  const [from, ...about] = head;
  return (
    <>
      {isDraft ? <p className="mw-screen-only">{t("asSaved")}</p> : null}
      <article className="mw-letter" lang="nl" aria-labelledby="letter-title">
        {mark === null ? null : (
          <p>
            <strong>{mark}</strong>
          </p>
        )}
        <p className="mw-letter__from">{from}</p>
        {about.map((line) => (
          <p key={line} className="mw-letter__about">
            {line}
          </p>
        ))}
        <h2 className="nl-heading nl-heading--level-2" id="letter-title">
          {title}
        </h2>
        {blocks.map((block, place) => (
          <Block key={place} block={block} />
        ))}
      </article>
    </>
  );
}

function Block({ block }: { block: LetterBlock }) {
  if (block.type === "heading") {
    return <h3 className="nl-heading nl-heading--level-4">{block.text}</h3>;
  }
  if (block.type === "text") return <p className="mw-prose">{block.text}</p>;
  const List = block.ordered ? "ol" : "ul";
  return (
    <List>
      {block.items.map((item, place) => (
        <li key={place} className="mw-prose">
          {item}
        </li>
      ))}
    </List>
  );
}

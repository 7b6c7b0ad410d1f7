import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SheetFile, SheetOption } from "#app/schemas/scoring-sheet.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { Prose } from "../prose.tsx";
import { useWide } from "./use-wide.ts";

type CaseFileBesideProps = { file: SheetFile; options: SheetOption[]; levels: LocalText[] };

/** The case file beside the questions, in parts that can be folded away. */
export function CaseFileBeside({ file, options, levels }: CaseFileBesideProps) {
  const { t } = useTranslation("scoring");
  const wide = useWide();
  const parts = [
    { key: "story", text: file.story },
    { key: "pinch", text: [file.pinch, file.pinchSource].filter(Boolean).join("\n") },
    { key: "lawPurpose", text: file.lawPurpose },
    {
      key: "citizenWish",
      text: [file.citizenWish, file.citizenFirstNeed].filter(Boolean).join("\n"),
    },
    { key: "ownAttempts", text: file.ownAttempts },
    { key: "unease", text: file.unease },
  ] as const;
  return (
    <Card title={t("file.title")}>
      {parts.map(({ key, text }) =>
        text === "" ? null : (
          <Disclosure key={key} summary={t(`file.${key}`)} open={wide && key === "story"}>
            <Prose text={text} />
          </Disclosure>
        ),
      )}
      {file.facts.length > 0 ? (
        <Disclosure summary={t("file.facts")} open={wide}>
          <FactList facts={file.facts} />
        </Disclosure>
      ) : null}
      <Disclosure summary={t("file.options")} open={wide}>
        <ol className="mw-plain-list" start={0}>
          {options.map(({ id, position, title, description, level }) => (
            <li key={id}>
              <p>
                <strong>
                  {position}. {title}
                </strong>
              </p>
              <LevelBadge level={level} levels={levels} />
              {description === "" ? null : <Prose text={description} />}
            </li>
          ))}
        </ol>
      </Disclosure>
    </Card>
  );
}

function FactList({ facts }: { facts: SheetFile["facts"] }) {
  const { t, language } = useTranslation("scoring");
  const { t: terms } = useTranslation();
  const groups = [
    {
      key: "pro",
      facts: facts.filter((fact) => fact.answer === "yes" && fact.direction === "pro"),
    },
    {
      key: "con",
      facts: facts.filter((fact) => fact.answer === "yes" && fact.direction === "con"),
    },
    { key: "unknown", facts: facts.filter((fact) => fact.answer === "unknown") },
  ] as const;
  return (
    <>
      {groups.map((group) =>
        group.facts.length === 0 ? null : (
          <div key={group.key}>
            <h3 className="nl-heading nl-heading--level-5">
              {group.key === "unknown" ? t("file.unknown") : terms(`factKind.${group.key}`)}
            </h3>
            <ul className="utrecht-unordered-list">
              {group.facts.map(({ key, label, note, source }) => (
                <li key={key}>
                  {textIn(label, language)}
                  {note === "" ? null : <span className="mw-soft"> {note}</span>}
                  {source === "" ? null : (
                    <span className="mw-soft"> ({t("file.source", { source })})</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        ),
      )}
    </>
  );
}

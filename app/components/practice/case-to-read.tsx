import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PracticeCaseFile } from "#app/schemas/practice-view.ts";
import type { SheetFile } from "#app/schemas/scoring-sheet.ts";
import { Card } from "../card.tsx";
import { Columns, Stack } from "../columns.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { Prose } from "../prose.tsx";

const parts = ["pinch", "lawPurpose", "citizenWish", "ownAttempts", "unease"] as const;

/** The whole case to read at ease: the story, the circumstances, the options. */
export function CaseToRead({ file, options, levels }: PracticeCaseFile) {
  const { t } = useTranslation("practice");
  const { t: scoring } = useTranslation("scoring");
  return (
    <>
      <p className="mw-soft">{t("caseFile.invented")}</p>
      <Columns layout="2">
        <Card title={file.title}>
          <Prose text={file.story} />
          <dl className="mw-practice-parts">
            {parts.map((key) => (
              <div key={key}>
                <dt>{scoring(`file.${key}`)}</dt>
                <dd>{file[key]}</dd>
              </div>
            ))}
          </dl>
        </Card>
        <Stack>
          <Card title={scoring("file.options")}>
            <p>{t("caseFile.optionZero")}</p>
            <ol className="mw-plain-list" start={0}>
              {options.map(({ id, position, title, description, level }) => (
                <li key={id}>
                  <p>
                    <strong>
                      {position}. {title}
                    </strong>
                  </p>
                  <LevelBadge level={level} levels={levels} />
                  <Prose text={description} />
                </li>
              ))}
            </ol>
          </Card>
          <Card title={scoring("file.facts")}>
            <Facts facts={file.facts} />
          </Card>
        </Stack>
      </Columns>
    </>
  );
}

function Facts({ facts }: { facts: SheetFile["facts"] }) {
  const { t, language } = useTranslation("scoring");
  const { t: terms } = useTranslation();
  const known = facts.filter(({ answer }) => answer === "yes");
  const groups = [
    { label: terms("factKind.pro"), facts: known.filter(({ direction }) => direction === "pro") },
    { label: terms("factKind.con"), facts: known.filter(({ direction }) => direction === "con") },
    { label: t("file.unknown"), facts: facts.filter(({ answer }) => answer === "unknown") },
  ];
  return groups.map((group) => (
    <div key={group.label}>
      <h3 className="nl-heading nl-heading--level-5">{group.label}</h3>
      <ul className="utrecht-unordered-list">
        {group.facts.map(({ key, label }) => (
          <li key={key}>{textIn(label, language)}</li>
        ))}
      </ul>
    </div>
  ));
}

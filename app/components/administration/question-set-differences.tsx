import { Card } from "#app/components/card.tsx";
import { textIn } from "#app/domain/local-text.ts";
import type { QuestionSetDifference } from "#app/domain/question-set-differences.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type DifferencesProps = { previous: number; differences: QuestionSetDifference[] };

/** What is not the same as in the version before, as a plain list. */
export function QuestionSetDifferences({ previous, differences }: DifferencesProps) {
  const { t } = useTranslation("question-sets");
  return (
    <Card title={t("differences.title", { number: previous })}>
      <div id="verschillen">
        {differences.length === 0 ? (
          <p className="nl-paragraph">{t("differences.none")}</p>
        ) : (
          <ul className="mw-differences">
            {differences.map((difference, place) => (
              <li key={place}>
                <Difference difference={difference} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
}

function Difference({ difference }: { difference: QuestionSetDifference }) {
  const { t, language } = useTranslation("question-sets");
  const { of, kind, key, perspective, title } = difference;
  const what = t(`differences.of.${of}`, { key });
  const where = perspective ? `${textIn(perspective, language)}, ` : "";
  const words = textIn(title, language);
  if (kind !== "changed") {
    return (
      <p>
        <strong>
          {where}
          {kind === "order" ? t(`differences.order.${of}`, { defaultValue: what }) : what}
        </strong>
        {kind === "order" ? null : `: ${t(`differences.${kind}`)}. ${words}`}
      </p>
    );
  }
  return <Change difference={difference} what={`${where}${what}`} />;
}

type Changed = Extract<QuestionSetDifference, { kind: "changed" }>;

function Change({ difference, what }: { difference: Changed; what: string }) {
  const { t } = useTranslation("question-sets");
  const { field, language, before, after } = difference;
  const value = useValue(field);
  const [, anchor] = /^anchor(\d)$/.exec(field) ?? [];
  const name = anchor
    ? t("differences.anchor", { point: anchor })
    : t(`differences.field.${field as "name"}`);
  return (
    <>
      <p>
        <strong>
          {what}: {name}
        </strong>
        {language ? ` (${t(`differences.language.${language}`)})` : null}
      </p>
      <dl className="mw-difference">
        <div>
          <dt>{t("differences.before")}</dt>
          <dd lang={language ?? undefined}>{value(before) || t("differences.empty")}</dd>
        </div>
        <div>
          <dt>{t("differences.after")}</dt>
          <dd lang={language ?? undefined}>{value(after) || t("differences.empty")}</dd>
        </div>
      </dl>
    </>
  );
}

function useValue(field: string) {
  const format = useFormat();
  const { t } = useTranslation();
  return (value: string | number | boolean): string => {
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (typeof value === "string") return value;
    return field === "weight" ? `${format.number(value * 100)}%` : format.number(value);
  };
}

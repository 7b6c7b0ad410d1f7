import type { B1Check, Readability } from "#app/domain/readability.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { Badge } from "../badge.tsx";
import { DataList } from "../data-list.tsx";
import { Disclosure } from "../disclosure.tsx";
import { IconAlertTriangle, IconCheck, IconCircleCheck, IconCircleHalf } from "../icons.ts";
import { ReadabilityFindings } from "./readability-findings.tsx";

/** How a text reads: by a rule and two formulas, and what is in the way. */
export function ReadabilityReport({ report }: { report: Readability }) {
  const { t } = useTranslation("letters");
  return (
    <Card title={t("report.title")}>
      <Verdict report={report} />
      <Checks checks={report.checks} />
      <ReadabilityFindings findings={report.findings} />
      <Numbers report={report} />
      <Disclosure summary={t("report.how")}>
        <p>{t("report.honest")}</p>
        <p>{t("report.rule")}</p>
        <p>{t("report.douma")}</p>
        <p>{t("report.brouwer")}</p>
        <p>{t("report.passive")}</p>
      </Disclosure>
    </Card>
  );
}

/** How plain the text is, and beside it whether it speaks to the reader: the one says nothing of the other. */
function Verdict({ report: { readsAtB1, thirdPersonSentences } }: { report: Readability }) {
  const { t } = useTranslation("letters");
  return (
    <div role="status" className="mw-stack">
      <p>
        {readsAtB1 === null ? (
          <Badge icon={IconCircleHalf}>{t("report.tooShort")}</Badge>
        ) : readsAtB1 ? (
          <Badge tone="positive" icon={IconCircleCheck}>
            {t("report.b1")}
          </Badge>
        ) : (
          <Badge tone="warning" icon={IconAlertTriangle}>
            {t("report.notB1")}
          </Badge>
        )}
      </p>
      {thirdPersonSentences > 0 ? (
        <p>
          <Badge tone="warning" icon={IconAlertTriangle}>
            {t("report.thirdPerson", { count: thirdPersonSentences })}
          </Badge>
        </p>
      ) : null}
    </div>
  );
}

function Checks({ checks }: { checks: readonly B1Check[] }) {
  const { t } = useTranslation("letters");
  return (
    <ul className="mw-checks">
      {checks.map((check) => (
        <li key={check.check}>
          {check.ok ? (
            <IconCheck aria-hidden size={18} />
          ) : (
            <IconAlertTriangle aria-hidden size={18} />
          )}
          <span>
            <span className="mw-visually-hidden">
              {check.ok ? t("report.met") : t("report.notMet")}:{" "}
            </span>
            <CheckWords check={check} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function CheckWords({ check: { check, value, limit } }: { check: B1Check }) {
  const { t } = useTranslation("letters");
  const format = useFormat();
  switch (check) {
    case "flesch_douma":
    case "average_sentence":
      return t(`report.check.${check}`, { value: format.decimal(value), limit });
    case "too_long_sentences":
      return t("report.check.too_long_sentences", { count: value });
    case "long_sentences":
    case "hard_words":
    case "long_words":
      return t(`report.check.${check}`, {
        value: format.percent(value),
        limit: format.percent(limit),
      });
  }
}

function Numbers({ report }: { report: Readability }) {
  const { t } = useTranslation("letters");
  const format = useFormat();
  const { counts, syllablesPerWord, fleschDouma, leesindexA } = report;
  const score = (value: number | null) => value !== null && format.decimal(value);
  return (
    <DataList
      items={[
        { key: "sentences", label: t("report.sentences"), value: format.number(counts.sentences) },
        { key: "words", label: t("report.words"), value: format.number(counts.words) },
        {
          key: "syllables",
          label: t("report.syllables"),
          value: counts.words > 0 && format.number(syllablesPerWord),
        },
        { key: "douma", label: t("report.doumaName"), value: score(fleschDouma) },
        { key: "brouwer", label: t("report.brouwerName"), value: score(leesindexA) },
      ]}
    />
  );
}

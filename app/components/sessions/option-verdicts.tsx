import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type {
  OptionOutcome,
  PerspectiveOutcome,
  WeighingView,
} from "#app/schemas/weighing-view.ts";
import { Badge } from "../badge.tsx";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconScale } from "../icons.ts";
import { CircleLegend, PerspectiveCircle } from "../pictures/late.tsx";
import { useOutcomeWords, usePerspectiveName, useVerdict } from "./use-verdict.ts";

const lowCoverage = 0.7;

/** Per option whether it passes in every perspective and why not, then the ranking of what passes. */
export function OptionVerdicts({ view }: { view: WeighingView }) {
  const { t } = useTranslation("results");
  return (
    <Card title={t("outcome.title")}>
      <p className="mw-outcome">{useOutcomeWords(view)}</p>
      {view.noClearDifference && view.proposed.length === 1 ? (
        <p>{t("outcome.closeHint")}</p>
      ) : null}
      <div className="mw-verdicts">
        {[...view.options].sort(byRank).map((option) => (
          <OptionVerdict key={option.id} option={option} view={view} />
        ))}
      </div>
      <CircleLegend />
      <Ranking view={view} />
    </Card>
  );
}

function byRank(a: OptionOutcome, b: OptionOutcome): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.rank ?? last) - (b.rank ?? last) || a.position - b.position;
}

function OptionVerdict({ option, view }: { option: OptionOutcome; view: WeighingView }) {
  const { t, language } = useTranslation("results");
  const { position, title, level, passes, proposed, perspectives } = option;
  return (
    <section className={passes ? "mw-verdict" : "mw-verdict mw-verdict--fails"}>
      <h3 className="nl-heading nl-heading--level-4">
        {position}. {title}
      </h3>
      <p className="mw-verdict__badges">
        <Badge
          tone={passes ? "positive" : "negative"}
          icon={passes ? IconCircleCheck : IconCircleX}
        >
          {t(passes ? "option.passes" : "option.fails")}
        </Badge>
        {proposed ? (
          <Badge tone="accent" icon={IconScale}>
            {t(view.proposed.length > 1 ? "option.tied" : "option.proposed")}
          </Badge>
        ) : null}
        {level ? <span className="mw-soft">{textIn(level, language)}</span> : null}
      </p>
      <PerspectiveCircle view={view} option={option} />
      <dl className="mw-verdict__perspectives">
        {perspectives.map((outcome) => (
          <PerspectiveVerdict key={outcome.key} outcome={outcome} view={view} />
        ))}
      </dl>
    </section>
  );
}

type PerspectiveVerdictProps = { outcome: PerspectiveOutcome; view: WeighingView };

function PerspectiveVerdict({ outcome, view }: PerspectiveVerdictProps) {
  const { t } = useTranslation("results");
  const format = useFormat();
  const name = usePerspectiveName(view);
  const verdict = useVerdict(view);
  const unsure = outcome.gates.filter(({ outcome: answer }) => answer === "unsure");
  const unanswered = outcome.gates.filter(({ outcome: answer }) => answer === "open");
  return (
    <div className={`mw-verdict__perspective mw-panels__panel--${outcome.key}`}>
      <dt>{name(outcome.key)}</dt>
      <dd>{verdict(outcome)}</dd>
      {unsure.map(({ key }) => (
        <dd key={key}>{t("verdict.unsure", { key })}</dd>
      ))}
      {unanswered.map(({ key }) => (
        <dd key={key}>{t("verdict.open", { key })}</dd>
      ))}
      {outcome.coverage < lowCoverage ? (
        <dd className="mw-warning-words">
          <IconAlertTriangle aria-hidden size={18} />{" "}
          {t("verdict.coverage", { percent: format.percent(outcome.coverage) })}
        </dd>
      ) : null}
    </div>
  );
}

/** The totals of what passes; what fails stands below, without a place. */
function Ranking({ view }: { view: WeighingView }) {
  const { t } = useTranslation("results");
  const format = useFormat();
  const name = usePerspectiveName(view);
  const number = (value: number | null) =>
    value === null ? t("undefined") : format.decimal(value);
  return (
    <DataTable
      caption={t("ranking.caption")}
      rows={[...view.options].sort(byRank)}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "option",
          label: t("ranking.option"),
          rowHeader: true,
          cell: ({ position, title }) => `${position}. ${title}`,
        },
        {
          key: "rank",
          label: t("ranking.rank"),
          cell: ({ rank }) => (rank === null ? t("ranking.notRanked") : rank),
        },
        {
          key: "total",
          label: t("ranking.total"),
          numeric: true,
          cell: ({ total }) => number(total),
        },
        ...view.perspectives.map(({ key, weight }) => ({
          key,
          label: t("ranking.perspective", { name: name(key), weight: format.percent(weight) }),
          numeric: true,
          cell: ({ perspectives }: OptionOutcome) =>
            number(perspectives.find((outcome) => outcome.key === key)?.score ?? null),
        })),
      ]}
    />
  );
}

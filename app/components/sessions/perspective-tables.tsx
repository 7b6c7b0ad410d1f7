import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type {
  CriterionCell,
  GateCell,
  OptionOutcome,
  WeighedPerspectiveView,
  WeighingView,
} from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { DataTable, type Column } from "../data-table.tsx";
import { Disclosure } from "../disclosure.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { RatingDots } from "./rating-dots.tsx";

/** Per perspective a table of questions and options: medians, dots, counts and a word. */
export function PerspectiveTables({ view }: { view: WeighingView }) {
  const { t, language } = useTranslation("results");
  return (
    <Card title={t("tables.title")}>
      {view.perspectives.map((perspective) => (
        <Disclosure key={perspective.key} summary={textIn(perspective.name, language)}>
          <PerspectiveTable perspective={perspective} view={view} />
        </Disclosure>
      ))}
    </Card>
  );
}

type Row = { key: string; question: string; gate: boolean };

function PerspectiveTable(props: { perspective: WeighedPerspectiveView; view: WeighingView }) {
  const { perspective, view } = props;
  const { t, language } = useTranslation("results");
  const rows: Row[] = [
    ...perspective.gates.map(({ key, question }) => ({
      key,
      question: textIn(question, language),
      gate: true,
    })),
    ...perspective.criteria.map(({ key, question }) => ({
      key,
      question: textIn(question, language),
      gate: false,
    })),
  ];
  const columns: Column<Row>[] = view.options.map((option) => ({
    key: option.id,
    label: `${option.position}. ${option.title}`,
    cell: ({ key, gate }) => cellOf(option, perspective.key, key, gate),
  }));
  return (
    <DataTable
      caption={t("tables.caption", { name: textIn(perspective.name, language) })}
      hideCaption
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "question",
          label: t("tables.question"),
          rowHeader: true,
          cell: ({ key, question }) => `${key}: ${question}`,
        },
        ...columns,
      ]}
    />
  );
}

function cellOf(option: OptionOutcome, perspective: string, key: string, gate: boolean) {
  const outcome = option.perspectives.find((own) => own.key === perspective);
  if (gate) {
    const found = outcome?.gates.find((own) => own.key === key);
    return found ? <GateFigures cell={found} /> : null;
  }
  const found = outcome?.criteria.find((own) => own.key === key);
  return found ? <CriterionFigures cell={found} /> : null;
}

export function CriterionFigures({ cell }: { cell: CriterionCell }) {
  const { t } = useTranslation("results");
  const format = useFormat();
  const { median, count, missing, word, values } = cell;
  return (
    <span className="mw-cell-figures">
      <RatingDots values={values} median={median} />
      <span>
        <strong>
          {median === null
            ? t("undefined")
            : t("tables.median", { median: format.decimal(median) })}
        </strong>{" "}
        <span className="mw-soft">
          {t("tables.count", { count })}
          {missing > 0 ? `, ${t("tables.missing", { count: missing })}` : ""}
        </span>
      </span>
      {word ? <StatusBadge kind="disagreement" status={word} /> : null}
    </span>
  );
}

function GateFigures({ cell }: { cell: GateCell }) {
  const { t } = useTranslation("results");
  const { outcome, answers } = cell;
  return (
    <span className="mw-figures">
      <StatusBadge kind="gateOutcome" status={outcome} />
      <span className="mw-soft">{t("tables.answers", { count: answers.length })}</span>
    </span>
  );
}

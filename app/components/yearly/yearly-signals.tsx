import { signalsInYear } from "#app/domain/yearly.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { YearlyPage, YearlySignal } from "#app/schemas/yearly.ts";
import { Badge } from "../badge.tsx";
import { Card } from "../card.tsx";
import { DataTable, type Column } from "../data-table.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { Money } from "../money.tsx";
import { TextLink } from "../text-link.tsx";
import { CountedLinks } from "./counted-link.tsx";

type SignalsProps = { year: number; signals: NonNullable<YearlyPage["own"]>["signals"] };

/** Where the rules pinch: what doing nothing costs, who owns the rule, and how long it lies there. */
export function YearlySignals({ year, signals }: SignalsProps) {
  const { t } = useTranslation("yearly");
  const columns = useColumns();
  const { top, more, total } = signals;
  const ofYear = `/signalen?status=alle&jaar=${year}`;
  const sentences = signalsInYear.map((which) => {
    const count = signals[which];
    return { count, words: t(`signals.${which}`, { count }), to: `${ofYear}&welke=${which}` };
  });
  const toAll = <LinkButton to="/signalen?status=alle">{t("signals.all")}</LinkButton>;
  if (top.length === 0) {
    return (
      <Card title={t("signals.title")}>
        <EmptyState title={t("signals.emptyTitle")} action={toAll}>
          {t("signals.empty")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t("signals.title")} footer={toAll}>
      <p className="mw-account__lead">
        <CountedLinks sentences={sentences} />
      </p>
      <DataTable
        caption={t("signals.caption")}
        rows={top}
        rowKey={({ id }) => id}
        columns={columns}
      />
      {more > 0 ? (
        <p>
          <TextLink to={ofYear}>{t("signals.whole", { count: total })}</TextLink>
        </p>
      ) : null}
    </Card>
  );
}

function useColumns(): Column<YearlySignal>[] {
  const { t } = useTranslation("yearly");
  return [
    {
      key: "signal",
      label: t("signals.signal"),
      rowHeader: true,
      cell: ({ id, number, title }) => (
        <>
          <span className="mw-small">{number}</span>{" "}
          <TextLink to={`/signalen/${id}`}>{title}</TextLink>
        </>
      ),
    },
    {
      key: "owner",
      label: t("signals.owner"),
      cell: ({ owner }) => owner ?? t("signals.noOwner"),
    },
    {
      key: "cases",
      label: t("signals.cases"),
      numeric: true,
      cell: ({ id, cases }) =>
        cases === 0 ? cases : <TextLink to={`/signalen/${id}#casussen`}>{cases}</TextLink>,
    },
    {
      key: "cost",
      label: t("signals.cost"),
      numeric: true,
      cell: ({ id, costPerYear, costBasis }) =>
        costPerYear === null ? (
          t("signals.noCost")
        ) : (
          <>
            <TextLink to={`/signalen/${id}#kosten`}>
              <Money cents={costPerYear} />
            </TextLink>
            <span className="mw-yearly__basis">{costBasis}</span>
          </>
        ),
    },
    {
      key: "status",
      label: t("signals.status"),
      cell: ({ status, statusReason, overdue }) => (
        <>
          {t(`signals.statusName.${status}`)}
          <span className="mw-yearly__basis">{statusReason}</span>
          {overdue ? <Badge tone="negative">{t("signals.late")}</Badge> : null}
        </>
      ),
    },
    {
      key: "age",
      label: t("signals.age"),
      numeric: true,
      cell: ({ ageDays }) => t("signals.days", { count: ageDays }),
    },
  ];
}

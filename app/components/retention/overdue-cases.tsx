import { useTranslation } from "#app/i18n/use-translation.ts";
import type { OverdueCase } from "#app/schemas/retention.ts";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { EmptyState } from "../empty-state.tsx";
import { Pagination } from "../pagination.tsx";
import { TextLink } from "../text-link.tsx";

type OverdueCasesProps = {
  cases: readonly OverdueCase[];
  next: string | null;
  /** Whether this person may propose to destroy them, and so may open that page. */
  mayPropose: boolean;
};

/** The cases that have been kept long enough. */
export function OverdueCases({ cases, next, mayPropose }: OverdueCasesProps) {
  const { t } = useTranslation("retention");
  return (
    <>
      <h2 className="nl-heading nl-heading--level-2">{t("overdue")}</h2>
      {cases.length === 0 ? (
        <EmptyState title={t("overdueNone")}>{t("overdueNoneText")}</EmptyState>
      ) : (
        <DataTable
          caption={t("overdueCaption")}
          hideCaption
          rows={cases}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "number",
              label: t("number"),
              rowHeader: true,
              cell: ({ id, number }) =>
                mayPropose ? <TextLink to={`/casussen/${id}/bewaren`}>{number}</TextLink> : number,
            },
            {
              key: "ended",
              label: t("ended"),
              cell: ({ closedAt }) => <DateTime moment={closedAt} day />,
            },
            { key: "how", label: t("how"), cell: ({ outcome }) => t(`outcome.${outcome}`) },
          ]}
        />
      )}
      <Pagination next={next ? `?na=${next}` : null} />
    </>
  );
}

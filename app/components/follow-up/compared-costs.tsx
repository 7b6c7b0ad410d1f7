import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ComparedCost } from "#app/domain/follow-up.ts";
import { bearers } from "#app/domain/option.ts";
import type { FollowUpReview } from "#app/schemas/follow-up-view.ts";
import { DataTable } from "../data-table.tsx";
import { Money } from "../money.tsx";

type ComparedCostsProps = {
  rows: readonly ComparedCost[];
  costs: FollowUpReview["costs"];
  date: string;
};

/** Per post what was expected beside what it was, and the sums per bearer in words. */
export function ComparedCosts({ rows, costs, date }: ComparedCostsProps) {
  const { t } = useTranslation("aftercare");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const sums = bearers.flatMap((bearer) => {
    const cents = costs?.[bearer];
    const words = { bearer: terms(`bearer.${bearer}`), amount: format.euro(cents ?? 0) };
    return cents === undefined ? [] : [t("review.sum", words)];
  });
  return (
    <>
      <DataTable
        caption={t("review.comparedOf", { date })}
        rows={rows}
        rowKey={({ post, bearer }) => `${bearer} ${post}`}
        columns={[
          { key: "post", label: t("review.post"), rowHeader: true, cell: ({ post }) => post },
          {
            key: "bearer",
            label: t("review.bearer"),
            cell: ({ bearer }) => terms(`bearer.${bearer}`),
          },
          {
            key: "estimated",
            label: t("review.estimated"),
            numeric: true,
            cell: ({ estimated }) => <Estimated estimated={estimated} />,
          },
          {
            key: "realised",
            label: t("review.realised"),
            numeric: true,
            cell: ({ realised }) =>
              realised === null ? t("review.unknown") : <Money cents={realised} />,
          },
        ]}
      />
      {sums.length > 0 ? <p>{t("review.totals", { sums: format.list(sums) })}</p> : null}
    </>
  );
}

function Estimated({ estimated }: Pick<ComparedCost, "estimated">) {
  const { t } = useTranslation("aftercare");
  const format = useFormat();
  if (!estimated) return t("review.unforeseen");
  const { once, yearly } = estimated;
  const parts = [
    ...(once !== 0 || yearly === 0 ? [format.euro(once)] : []),
    ...(yearly !== 0 ? [t("review.yearly", { amount: format.euro(yearly) })] : []),
  ];
  return <span className="mw-money">{format.list(parts)}</span>;
}

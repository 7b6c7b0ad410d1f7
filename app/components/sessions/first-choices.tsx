import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { WeighingView } from "#app/schemas/weighing-view.ts";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { usePerspectiveName } from "./use-verdict.ts";

type Ranking = {
  perspective: string;
  first: string[];
  ranks: { option: string; rank: number | null; score: number | null }[];
};

type FirstChoicesProps = {
  view: WeighingView;
  rankings: Ranking[];
  /** The option that is shared stands first. */
  outcome: { first: { option: string }[]; agree: boolean | null };
};

/** What each perspective puts first, said in words and as a table. */
export function FirstChoices({ view, rankings, outcome }: FirstChoicesProps) {
  const { t } = useTranslation("results");
  const format = useFormat();
  const name = usePerspectiveName(view);
  const title = (id: string) => view.options.find((option) => option.id === id)?.title ?? "";
  const shared = outcome.agree ? outcome.first[0] : undefined;
  return (
    <Card title={t("first.title")}>
      <p>{shared ? t("first.agree", { name: title(shared.option) }) : t("first.differ")}</p>
      <DataTable
        caption={t("first.caption")}
        hideCaption
        rows={rankings}
        rowKey={({ perspective }) => perspective}
        columns={[
          {
            key: "perspective",
            label: t("first.perspective"),
            rowHeader: true,
            cell: ({ perspective }) => name(perspective),
          },
          {
            key: "first",
            label: t("first.first"),
            cell: ({ first }) =>
              first.length === 0 ? t("first.nothing") : format.list(first.map(title)),
          },
          ...view.options.map(({ id, position, title: words }) => ({
            key: id,
            label: `${position}. ${words}`,
            cell: ({ ranks }: Ranking) => {
              const rank = ranks.find(({ option }) => option === id)?.rank ?? null;
              return rank === null ? t("undefined") : t("first.place", { rank });
            },
          })),
        ]}
      />
    </Card>
  );
}

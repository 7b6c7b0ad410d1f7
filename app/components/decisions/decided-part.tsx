import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { Card } from "../card.tsx";
import { DataTable, type Column } from "../data-table.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { Prose } from "../prose.tsx";

type Choice = DecisionPage["choices"][number];

/** What was decided: one solution for everything, or one per claim. */
export function DecidedPart({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const { decision, choices } = page;
  const levels = page.levels ?? undefined;
  if (decision.kind === "withdrawal") {
    return (
      <Card title={t("page.decided")} tone="accent">
        <p>{t("page.withdrawn")}</p>
      </Card>
    );
  }
  const [only] = choices;
  return (
    <Card
      title={t("page.decided")}
      tone="accent"
      aside={
        decision.level === null ? null : (
          <LevelBadge level={decision.level} {...(levels ? { levels } : {})} />
        )
      }
    >
      {only && only.claim === null ? (
        <>
          <p className="mw-work__title">{only.option.title}</p>
          <Prose text={only.option.description} />
        </>
      ) : (
        <ChoiceTable choices={choices} levels={page.levels} />
      )}
    </Card>
  );
}

function ChoiceTable({ choices, levels }: { choices: Choice[]; levels: DecisionPage["levels"] }) {
  const { t, language } = useTranslation("decisions");
  const format = useFormat();
  const columns: Column<Choice>[] = [
    { key: "claim", label: t("page.claim"), rowHeader: true, cell: ({ claim }) => claim?.label },
    {
      key: "amount",
      label: t("page.amount"),
      numeric: true,
      cell: ({ claim }) => (claim?.cents ? format.euro(claim.cents) : ""),
    },
    { key: "chosen", label: t("page.chosen"), cell: ({ option }) => option.title },
    {
      key: "level",
      label: t("page.level"),
      cell: ({ option }) => {
        const words = levels?.[option.level];
        return words ? textIn(words, language) : option.level;
      },
    },
  ];
  return (
    <DataTable
      caption={t("page.caption")}
      hideCaption
      columns={columns}
      rows={choices}
      rowKey={({ claim, option }) => claim?.id ?? option.id}
    />
  );
}

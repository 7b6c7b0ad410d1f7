import { Badge } from "#app/components/badge.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { useHasRight } from "#app/components/shell/use-shell.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { factPerspectives } from "#app/schemas/fact-perspectives.ts";
import { ActiveBadge } from "./people-table.tsx";

type Fact = {
  id: string;
  label: LocalText;
  definition: LocalText;
  example: LocalText;
  perspective: string;
  direction: "pro" | "con";
  active: boolean;
  usage: number;
};

type FactListProps = { facts: Fact[]; usageLimit: number };

/** The catalogue by perspective, what pleads for relief first. */
export function FactList({ facts, usageLimit }: FactListProps) {
  const { t: terms } = useTranslation();
  return factPerspectives.map((perspective) => {
    const rows = facts
      .filter((fact) => fact.perspective === perspective)
      .sort((a, b) => Number(a.direction === "con") - Number(b.direction === "con"));
    if (rows.length === 0) return null;
    const name = terms(`perspective.${perspective}`);
    return <FactTable key={perspective} caption={name} rows={rows} usageLimit={usageLimit} />;
  });
}

type FactTableProps = { caption: string; rows: Fact[]; usageLimit: number };

function FactTable({ caption, rows, usageLimit }: FactTableProps) {
  const { t, language } = useTranslation("administration");
  const usageWords = useUsageWords(usageLimit);
  return (
    <section>
      <h2 className="nl-heading nl-heading--level-2">{caption}</h2>
      <DataTable
        caption={caption}
        hideCaption
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "label",
            label: t("fact.label"),
            rowHeader: true,
            cell: (fact) => <FactName fact={fact} />,
          },
          {
            key: "definition",
            label: t("scope.description"),
            cell: ({ definition }) => textIn(definition, language),
          },
          {
            key: "direction",
            label: t("fact.direction"),
            cell: ({ direction }) => (
              <Badge tone={direction === "pro" ? "positive" : "warning"}>
                {t(`fact.${direction}`)}
              </Badge>
            ),
          },
          { key: "usage", label: t("fact.usage"), cell: ({ usage }) => usageWords(usage) },
        ]}
      />
    </section>
  );
}

function FactName({ fact }: { fact: Fact }) {
  const { language } = useTranslation();
  const mayManage = useHasRight("catalogue.manage");
  const name = textIn(fact.label, language);
  return (
    <>
      {mayManage ? <TextLink to={`/beheer/omstandigheden/${fact.id}`}>{name}</TextLink> : name}{" "}
      {fact.active ? null : <ActiveBadge active={false} />}
    </>
  );
}

/** Counts over all organisations: what is rare stays vague, so that no case can be told from it. */
function useUsageWords(limit: number) {
  const { t } = useTranslation("administration");
  return (usage: number) => {
    if (usage === 0) return t("fact.usageNone");
    if (usage < 5) return t("fact.usageFew");
    return usage < limit
      ? t("fact.usageSome", { count: usage })
      : t("fact.usageMany", { count: limit });
  };
}

import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { KindCount, DestructionItem } from "#app/schemas/retention.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { DataTable } from "../data-table.tsx";
import { TextLink } from "../text-link.tsx";
import { DestructionStatus, WhoWhen } from "./destruction-table.tsx";

type AboutProps = {
  destruction: DestructionItem;
  caseFile: { id: string; title: string } | null;
};

/** Who proposed what, on which ground, and who decided. */
export function DestructionAbout({ destruction, caseFile }: AboutProps) {
  const { t } = useTranslation("retention");
  const { ground, status, proposedBy, proposedAt, decidedBy, decidedAt } = destruction;
  const decided = decidedBy === null ? t("again") : decidedBy;
  const label = status === "refused" || status === "withdrawn" ? status : "decided";
  return (
    <Card title={t("page.about")}>
      <DataList
        items={[
          {
            key: "case",
            label: t("page.case"),
            value: caseFile && (
              <TextLink to={`/casussen/${caseFile.id}`}>{caseFile.title}</TextLink>
            ),
          },
          { key: "ground", label: t("list.ground"), value: t(`ground.${ground}`) },
          { key: "status", label: t("list.status"), value: <DestructionStatus status={status} /> },
          {
            key: "proposed",
            label: t("page.proposedBy"),
            value: <WhoWhen who={proposedBy} when={proposedAt} />,
          },
          {
            key: "decided",
            label: t(`page.${label}By`),
            value: decidedAt === null ? null : <WhoWhen who={decided} when={decidedAt} />,
          },
        ]}
      />
    </Card>
  );
}

type GoesProps = {
  isGone: boolean;
  counts: readonly KindCount[];
  documents: number;
};

/** How much of the case goes, or went, per kind. */
export function DestructionCounts({ isGone, counts, documents }: GoesProps) {
  const { t } = useTranslation("retention");
  const format = useFormat();
  const words = counts.map(({ kind, rows }) => ({ kind, label: t(`kind.${kind}`), rows }));
  const files = { kind: "documents", label: t("page.documents"), rows: documents };
  return (
    <Card title={isGone ? t("page.went") : t("page.goes")}>
      <DataTable
        caption={t("page.kindCaption")}
        hideCaption
        rows={[...words, files]}
        rowKey={({ kind }) => kind}
        columns={[
          { key: "what", label: t("page.what"), rowHeader: true, cell: ({ label }) => label },
          {
            key: "count",
            label: t("page.count"),
            numeric: true,
            cell: ({ rows }) => format.number(rows),
          },
        ]}
      />
    </Card>
  );
}

/** What of a case outlives it. */
export function DestructionStays({ precedents }: { precedents: number | null }) {
  const { t } = useTranslation("retention");
  return (
    <Card title={t("page.stays")}>
      <ul className="utrecht-unordered-list">
        {precedents === null ? null : <li>{t("page.staysPrecedents", { count: precedents })}</li>}
        <li>{t("page.staysLog")}</li>
        <li>{t("page.staysOwn")}</li>
      </ul>
    </Card>
  );
}

import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import type { ListedImport } from "#app/schemas/precedent-import.ts";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { TextLink } from "../text-link.tsx";
import { ImportStatusBadge } from "./import-status.tsx";

/** Earlier imports and how far they are. */
export function ImportList({ imports }: { imports: readonly ListedImport[] }) {
  const { t } = useTranslation("precedent-imports");
  const format = useFormat();
  return (
    <Card title={t("list.title")}>
      {imports.length === 0 ? (
        <p>{t("list.empty")}</p>
      ) : (
        <DataTable
          caption={t("list.caption")}
          hideCaption
          rows={imports}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "file",
              label: t("list.file"),
              rowHeader: true,
              cell: ({ id, fileName }) => (
                <TextLink to={`/precedenten/importeren/${id}`}>{fileName}</TextLink>
              ),
            },
            {
              key: "status",
              label: t("list.status"),
              cell: ({ status }) => <ImportStatusBadge status={status} />,
            },
            {
              key: "rows",
              label: t("list.rows"),
              numeric: true,
              cell: ({ rows }) => format.number(rows),
            },
            { key: "by", label: t("list.by"), cell: ({ by }) => by },
            {
              key: "when",
              label: t("list.when"),
              cell: ({ createdAt }) => <DateTime moment={createdAt} />,
            },
          ]}
        />
      )}
    </Card>
  );
}

import { useTranslation } from "#app/i18n/use-translation.ts";
import { fileColumns } from "#app/schemas/precedent-file-columns.ts";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { Disclosure } from "../disclosure.tsx";

/** With one word for the column per perspective, after the summary. */
const columns = fileColumns.flatMap((column) =>
  column === "summary" ? [column, "motivation" as const] : [column],
);

/** What a file looks like: templates, and every column in words. */
export function FileGuide() {
  const { t } = useTranslation("precedent-imports");
  return (
    <Card title={t("template.heading")}>
      <p>{t("template.text")}</p>
      <ul className="mw-plain-list">
        {(["csv", "json"] as const).map((kind) => (
          <li key={kind}>
            <a className="nl-link" href={`/precedenten/importeren/sjabloon?vorm=${kind}`} download>
              {t(`template.${kind}`)}
            </a>
          </li>
        ))}
      </ul>
      <Disclosure summary={t("template.columnsTitle")}>
        <p>{t("template.listHint")}</p>
        <DataTable
          caption={t("template.columnsTitle")}
          hideCaption
          rows={columns}
          rowKey={(column) => column}
          columns={[
            {
              key: "column",
              label: t("template.column"),
              rowHeader: true,
              cell: (column) => <code>{column}</code>,
            },
            { key: "what", label: t("template.what"), cell: (column) => t(`columns.${column}`) },
          ]}
        />
      </Disclosure>
    </Card>
  );
}

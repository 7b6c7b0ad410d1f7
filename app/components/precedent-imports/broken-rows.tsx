import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import type { RowErrors } from "#app/schemas/precedent-file.ts";
import type { ImportPage } from "#app/schemas/precedent-import.ts";
import { problemIn } from "#app/schemas/precedent-import-words.ts";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { Pagination } from "../pagination.tsx";

/** Every row that does not come in, with what is wrong by column, and the way to mend them. */
export function BrokenRows({ page: { item, broken, next } }: { page: ImportPage }) {
  const { t } = useTranslation("precedent-imports");
  const format = useFormat();
  if (broken.length === 0) return null;
  return (
    <Card title={t("errors.title")}>
      <p>{t("errors.lead")}</p>
      <p>
        <a className="nl-link" href={`/precedenten/importeren/${item.id}/fouten`} download>
          {t("errors.download")}
        </a>
        {". "}
        {t("errors.blackened")}
      </p>
      <DataTable
        caption={t("errors.caption")}
        rows={broken}
        rowKey={({ row }) => String(row)}
        columns={[
          {
            key: "row",
            label: t("errors.row"),
            rowHeader: true,
            cell: ({ row }) => format.number(row),
          },
          {
            key: "what",
            label: t("errors.what"),
            cell: ({ errors }) => <RowProblems errors={errors} />,
          },
        ]}
      />
      <Pagination next={next === null ? null : `?na=${next}`} />
    </Card>
  );
}

function RowProblems({ errors }: { errors: RowErrors }) {
  const { t } = useTranslation("precedent-imports");
  return (
    <ul className="mw-plain-list">
      {Object.entries(errors).map(([column, codes]) => (
        <li key={column}>
          {column === "" ? null : (
            <>
              <code className="mw-file-place">{column}</code>:{" "}
            </>
          )}
          {codes
            .map((code) => {
              const { problem, about } = problemIn(code);
              const kind =
                problem === "personal_data" ? t(`personalData.${about as "bsn"}`) : about;
              return t(`problem.${problem}`, { about: kind });
            })
            .join(" ")}
        </li>
      ))}
    </ul>
  );
}

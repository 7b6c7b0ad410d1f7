import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ImportPage } from "#app/schemas/precedent-import.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";
import { TextLink } from "../text-link.tsx";

/** What is in the file, in numbers, and who did what. */
export function ImportFacts({ page: { item, earlier } }: { page: ImportPage }) {
  const { t } = useTranslation("precedent-imports");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const counts = (["good", "broken", "known"] as const).map((key) => ({
    key,
    label: t(`page.${key}`),
    value: item.status === "checking" ? null : format.number(item[key]),
  }));
  return (
    <Card title={t("page.countsTitle")}>
      {earlier ? (
        <Alert>
          <p>
            {t("page.same")}{" "}
            <TextLink to={`/precedenten/importeren/${earlier.id}`}>{t("page.sameLink")}</TextLink>
          </p>
        </Alert>
      ) : null}
      <DataList
        items={[
          { key: "rows", label: t("page.total"), value: format.number(item.rows) },
          ...counts,
          { key: "by", label: t("page.uploadedBy"), value: item.by },
          {
            key: "at",
            label: t("page.uploaded"),
            value: <DateTime moment={item.createdAt} />,
          },
          {
            key: "visibility",
            label: t("page.visibility"),
            value: terms(`visibility.${item.visibility}`),
          },
          { key: "approvedBy", label: t("page.approvedBy"), value: item.approvedBy },
          {
            key: "imported",
            label: t("page.imported"),
            value: item.importedAt === null ? null : <DateTime moment={item.importedAt} />,
          },
        ]}
      />
    </Card>
  );
}

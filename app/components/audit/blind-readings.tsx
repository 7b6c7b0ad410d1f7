import { useTranslation } from "#app/i18n/use-translation.ts";
import type { RoundView } from "#app/schemas/blindness-view.ts";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import { Disclosure } from "../disclosure.tsx";

/** Who opened which page of the case while a round was scored. */
export function BlindReadings({ round: { round, readings } }: { round: RoundView }) {
  const { t } = useTranslation("audit-pages");
  const { t: log } = useTranslation("audit");
  if (readings === null) return null;
  if (readings.length === 0) return <p className="mw-soft">{t("blind.readingsNone")}</p>;
  return (
    <Disclosure summary={t("blind.readings")}>
      <DataTable
        caption={t("blind.readingsCaption", { round })}
        hideCaption
        rows={readings}
        rowKey={({ key }) => key}
        columns={[
          { key: "when", label: t("blind.when"), cell: ({ at }) => <DateTime moment={at} /> },
          { key: "who", label: t("blind.person"), rowHeader: true, cell: ({ name }) => name },
          {
            key: "page",
            label: t("blind.pageRead"),
            cell: ({ page }) => log(`detail.page.${page}`),
          },
        ]}
      />
    </Disclosure>
  );
}

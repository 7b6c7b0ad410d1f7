import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LogState } from "#app/schemas/log-state.ts";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";

/** The public keys, to check signatures with. */
export function LogKeys({ keys }: { keys: LogState["keys"] }) {
  const { t } = useTranslation("log");
  if (keys.length === 0) return null;
  return (
    <Card title={t("keys")}>
      <p>{t("keysText")}</p>
      <DataTable
        caption={t("keysCaption")}
        hideCaption
        rows={keys}
        rowKey={({ verifierKey }) => verifierKey}
        columns={[
          {
            key: "key",
            label: t("key"),
            rowHeader: true,
            cell: ({ verifierKey }) => <span className="mw-prose">{verifierKey}</span>,
          },
          { key: "since", label: t("since"), cell: ({ since }) => <DateTime moment={since} /> },
          {
            key: "until",
            label: t("until"),
            cell: ({ until }) => (until === null ? t("inUse") : <DateTime moment={until} />),
          },
        ]}
      />
    </Card>
  );
}

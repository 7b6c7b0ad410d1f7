import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LogState } from "#app/schemas/log-state.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";

/** How the log stands, in words first. */
export function LogNow({ state }: { state: LogState }) {
  const { t } = useTranslation("log");
  const format = useFormat();
  const { latest, problem, origin, stampedAt, address } = state;
  return (
    <Card title={t("now")}>
      {problem ? <Alert kind="error">{t(problem)}</Alert> : null}
      {latest ? (
        <p>{t("latest", { moment: format.dateTime(latest.at), count: latest.size })}</p>
      ) : (
        <p>{t("noneYet")}</p>
      )}
      {latest && !problem ? <p>{t("holds")}</p> : null}
      {stampedAt === null ? null : <p>{t("stamped", { moment: format.dateTime(stampedAt) })}</p>}
      <DataList
        items={[
          { key: "origin", label: t("origin"), value: origin },
          {
            key: "root",
            label: t("root"),
            value: latest ? <span className="mw-prose">{latest.root}</span> : null,
          },
        ]}
      />
      <p>{t("outsideText", { address, site: new URL(address).origin })}</p>
    </Card>
  );
}

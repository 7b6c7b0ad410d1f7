import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Who } from "#app/schemas/weighing-view.ts";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";
import { Card } from "../card.tsx";
import { Prose } from "../prose.tsx";
import { useWho } from "./use-who.ts";

type RevealedFactsProps = {
  revealed: { round: number; at: number; by: string; missing: Who[]; reason: string };
};

/** When the ratings were revealed, by whom, and who was not ready. */
export function RevealedFacts({ revealed }: RevealedFactsProps) {
  const { t } = useTranslation("sessions");
  const format = useFormat();
  const who = useWho();
  const { round, at, by, missing, reason } = revealed;
  return (
    <Card title={t(round > 1 ? "revealed.titleSecond" : "revealed.title")}>
      <DataList
        items={[
          { key: "at", label: t("revealed.at"), value: <DateTime moment={at} /> },
          { key: "by", label: t("revealed.by"), value: by },
          {
            key: "missing",
            label: t("revealed.missing"),
            value: missing.length > 0 ? format.list(missing.map(who)) : t("revealed.nobody"),
          },
          {
            key: "reason",
            label: t("revealed.reason"),
            value: reason === "" ? null : <Prose text={reason} />,
          },
        ]}
      />
    </Card>
  );
}

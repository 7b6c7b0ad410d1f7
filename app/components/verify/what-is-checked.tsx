import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";

/** What a check proves, and what it cannot. */
export function WhatIsChecked() {
  const { t } = useTranslation("verify");
  return (
    <Card title={t("what.title")} tone="quiet">
      <ul>
        <li>{t("what.recompute")}</li>
        <li>{t("what.log")}</li>
        <li>{t("what.signature")}</li>
        <li>{t("what.limits")}</li>
      </ul>
      <p>{t("what.command")}</p>
    </Card>
  );
}

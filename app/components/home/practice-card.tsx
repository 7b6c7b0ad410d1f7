import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { LinkButton } from "../link-button.tsx";

/** The way to the practice session, which is there for everyone. */
export function PracticeCard() {
  const { t } = useTranslation("practice");
  return (
    <Card title={t("card.title")} tone="quiet">
      <p>{t("card.text")}</p>
      <div className="utrecht-button-group">
        <LinkButton to="/oefenen">{t("card.go")}</LinkButton>
      </div>
    </Card>
  );
}

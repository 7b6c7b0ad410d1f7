import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { LinkButton } from "../link-button.tsx";

type ReflectionCardProps = {
  sessionId: string;
  reflection: { written: boolean; answered: boolean };
};

/** On the page of a closed session, for who took part: look back in two minutes. */
export function ReflectionCard({ sessionId, reflection }: ReflectionCardProps) {
  const { t } = useTranslation("signals");
  const { written, answered } = reflection;
  const words = answered ? "cardAnswered" : written ? "cardDone" : "cardText";
  return (
    <Card
      title={t(written ? "reflection.short" : "reflection.cardTitle")}
      tone={written && !answered ? "quiet" : "accent"}
      footer={
        <LinkButton
          to={`/zittingen/${sessionId}/reflectie`}
          purpose={written ? "secondary" : "primary"}
        >
          {t(written ? "reflection.change" : "reflection.write")}
        </LinkButton>
      }
    >
      <p>{t(`reflection.${words}`)}</p>
    </Card>
  );
}

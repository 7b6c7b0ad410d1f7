import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { LinkButton } from "../link-button.tsx";

type OnTheTableProps = {
  cell: { key: string; question: LocalText; option: { position: number; title: string } };
};

/** What the group talks about now. */
export function OnTheTable({ cell }: OnTheTableProps) {
  const { t, language } = useTranslation("sessions");
  const { key, question, option } = cell;
  return (
    <Card title={t("tabled.title")} tone="accent">
      <p>
        <strong>
          {key}: {textIn(question, language)}
        </strong>
      </p>
      <p>{t("tabled.option", { option: `${option.position}. ${option.title}` })}</p>
      <div className="utrecht-button-group">
        <LinkButton to="uitkomst#op-tafel">{t("tabled.open")}</LinkButton>
      </div>
    </Card>
  );
}

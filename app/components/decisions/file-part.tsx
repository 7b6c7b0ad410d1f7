import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { Card } from "../card.tsx";
import { IconDownload } from "../icons.ts";
import { TextLink } from "../text-link.tsx";

/** All that the decision rests on, to take along. */
export function FilePart({ page: { caseFile, decision, may } }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const file = `/casussen/${caseFile.id}/besluiten/${decision.id}/dossier`;
  return (
    <Card title={t("file.title")}>
      <p>{may.takeAway ? t("file.text") : t("file.notAllowed")}</p>
      {may.takeAway ? (
        <p>
          <a className="nl-button nl-button--secondary" href={file}>
            <IconDownload aria-hidden size={20} />
            {t("file.button")}
          </a>
        </p>
      ) : null}
      <p>
        <TextLink to="/controleren">{t("file.check")}</TextLink>
      </p>
    </Card>
  );
}

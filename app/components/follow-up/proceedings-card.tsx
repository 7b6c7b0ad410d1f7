import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FollowUpPage } from "#app/schemas/follow-up-view.ts";
import { Card } from "../card.tsx";
import { LinkButton } from "../link-button.tsx";
import { RunningProceedings } from "./running-proceedings.tsx";

/** Whether anything runs against the decision, and the way to it. */
export function ProceedingsCard({ page }: { page: FollowUpPage }) {
  const { t } = useTranslation("aftercare");
  const { caseFile, proceedings, proceedingCount } = page;
  return (
    <Card
      title={t("proceedings.title")}
      footer={
        <LinkButton to={`/casussen/${caseFile.id}/procedures`}>
          {t("proceedings.toProceedings")}
        </LinkButton>
      }
    >
      {proceedings.length > 0 ? (
        <RunningProceedings proceedings={proceedings} />
      ) : (
        <p>{t(proceedingCount > 0 ? "proceedings.noneOpen" : "proceedings.none")}</p>
      )}
    </Card>
  );
}

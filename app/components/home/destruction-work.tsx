import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DestructionWork, Work } from "#app/schemas/home.ts";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

/** Proposals of colleagues to destroy a case. */
export function DestructionWorkCard({ work }: { work: Work<DestructionWork> }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  return (
    <WorkCard
      title={t("destructions.title")}
      work={work}
      rowKey={({ id }) => id}
      row={({ id, caseNumber, proposedBy, proposedAt }) => (
        <WorkRow
          title={
            <TextLink to={`/beheer/vernietigen/${id}`}>
              {t("caseNumber", { number: caseNumber })}
            </TextLink>
          }
        >
          <span>{t("destructions.by", { name: proposedBy })}</span>
          <span>{t("lineChanges.since", { date: format.date(proposedAt) })}</span>
        </WorkRow>
      )}
      empty={null}
    />
  );
}

import { useTranslation } from "#app/i18n/use-translation.ts";
import type { HandoverWork } from "#app/schemas/handover-view.ts";
import type { Work } from "#app/schemas/home.ts";
import { DaysLeft } from "../handovers/days-left.tsx";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

/** What another organisation waits for, and what was not answered in time; never what it is about. */
export function HandoverWorkCard({ work }: { work: Work<HandoverWork> }) {
  const { t } = useTranslation("home");
  return (
    <WorkCard
      title={t("handovers.title")}
      work={work}
      rowKey={({ id }) => id}
      row={({ id, side, other, daysLeft }) => (
        <WorkRow
          title={
            <TextLink to={`/overdrachten/${id}`}>
              {t(`handovers.${side}`, { name: other })}
            </TextLink>
          }
          badge={<DaysLeft days={daysLeft} />}
        >
          {null}
        </WorkRow>
      )}
      empty={t("handovers.empty")}
      footer={
        <>
          <TextLink to="/overdrachten">{t("handovers.all")}</TextLink>{" "}
          <TextLink to="/verkeerde-deur">{t("handovers.wrongDoor")}</TextLink>
        </>
      }
    />
  );
}

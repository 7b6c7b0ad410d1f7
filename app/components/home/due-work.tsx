import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DueWork, Work } from "#app/schemas/home.ts";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

export function DueWorkCard({ work }: { work: Work<DueWork> }) {
  const { t } = useTranslation("home");
  return (
    <WorkCard
      title={t("due.title")}
      work={work}
      rowKey={({ id }) => id}
      row={(row) => <DueRow {...row} />}
      empty={t("due.empty")}
      footer={work.more ? <p>{t("due.more")}</p> : null}
    />
  );
}

function DueRow({ kind, remedy, text, ...row }: DueWork) {
  const { caseId, caseNumber, caseTitle, dueDate, state } = row;
  const { t } = useTranslation("home");
  const format = useFormat();
  const words = remedy ? t(`due.proceeding.${remedy}`) : kind === "review" ? t("due.review") : text;
  const page = kind === "proceeding" ? "procedures" : "nazorg";
  const date = format.date(dueDate);
  const isOverdue = state === "overdue";
  return (
    <WorkRow
      title={
        // Who may not read the case cannot open its follow-up either.
        caseTitle === null ? words : <TextLink to={`/casussen/${caseId}/${page}`}>{words}</TextLink>
      }
      badge={<StatusBadge kind="dueState" status={state} />}
    >
      <span className={isOverdue ? "mw-work__overdue" : undefined}>
        {isOverdue ? t("due.overdue", { date }) : t("due.dueOn", { date })}
      </span>
      <span>
        {caseTitle === null
          ? t("hiddenCase", { number: caseNumber })
          : `${t("caseNumber", { number: caseNumber })}, ${caseTitle}`}
      </span>
    </WorkRow>
  );
}

import { dueState } from "#app/domain/follow-up.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentWork, Work } from "#app/schemas/home.ts";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { WorkCard, WorkRow } from "./work-card.tsx";

type PrecedentWorkProps = { work: Work<PrecedentWork>; now: number };

export function PrecedentWorkCard({ work, now }: PrecedentWorkProps) {
  const { t } = useTranslation("home");
  return (
    <WorkCard
      title={t("precedents.title")}
      work={work}
      rowKey={({ id }) => id}
      row={(row) => <PrecedentRow row={row} now={now} />}
      empty={t("precedents.empty")}
      footer={<TextLink to="/precedenten">{t("precedents.all")}</TextLink>}
    />
  );
}

function PrecedentRow({ row, now }: { row: PrecedentWork; now: number }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { why, reviewDate } = row;
  const isReview = why === "review_due" || why === "review_left_behind";
  const isOverdue =
    isReview && reviewDate !== null && dueState({ dueDate: reviewDate, now }) === "overdue";
  const date = reviewDate === null ? "" : format.date(reviewDate);
  const reason = isReview
    ? t(isOverdue ? "precedents.review_overdue" : "precedents.review_due", { date })
    : t(`precedents.${why}`);
  return (
    <WorkRow
      title={
        <TextLink to={`/precedenten/${row.id}${isReview ? "/bewerken" : ""}`}>{row.title}</TextLink>
      }
      badge={<StatusBadge kind="precedentStatus" status={row.status} />}
    >
      <span className={isOverdue ? "mw-work__overdue" : undefined}>{reason}</span>
      {why === "review_left_behind" ? <span>{t("precedents.ownerLeft")}</span> : null}
      <span>{row.number}</span>
    </WorkRow>
  );
}

import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentPage } from "#app/schemas/precedent-view.ts";
import { Alert } from "../alert.tsx";
import { Badge } from "../badge.tsx";
import { IconCircleX } from "../icons.ts";
import { LawLink } from "../law-link.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { Prose } from "../prose.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";

const actionByStatus = {
  draft: "edit",
  in_review: "handle",
  valid: "manage",
  became_policy_rule: "manage",
  outdated: "manage",
  withdrawn: "manage",
} as const;

/** The name of a precedent, whether it counts, and what this person can do with it. */
export function PrecedentHead({ page }: { page: PrecedentPage }) {
  const { t } = useTranslation("precedents");
  const { precedent, mayEdit } = page;
  const { id, number, title, level, status } = precedent;
  return (
    <>
      <PageHeader
        above={t("page.above", { number })}
        title={title}
        lead={
          <>
            <LevelBadge level={level} />{" "}
            {status === "valid" && !page.life.counts ? (
              <Badge icon={IconCircleX}>{t("page.expired")}</Badge>
            ) : (
              <StatusBadge kind="precedentStatus" status={status} />
            )}
          </>
        }
        actions={
          <>
            <LinkButton to={`/precedenten/vergelijken?met=${id}`}>{t("page.compare")}</LinkButton>
            {mayEdit ? (
              <LinkButton to={`/precedenten/${id}/bewerken`}>
                {t(`page.${actionByStatus[status]}`)}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <PrecedentNotice page={page} />
    </>
  );
}

function PrecedentNotice({ page }: { page: PrecedentPage }) {
  const { t } = useTranslation("precedents");
  const { precedent, life } = page;
  if (precedent.status === "draft" || precedent.status === "in_review") {
    return (
      <Alert>
        <p>{t("page.draft")}</p>
      </Alert>
    );
  }
  if (!life.counts) return <EndedNotice page={page} />;
  return (
    <>
      <PlannedNotice page={page} />
      <CareNotice page={page} />
    </>
  );
}

function EndedNotice({ page: { precedent, life } }: { page: PrecedentPage }) {
  const { t } = useTranslation("precedents");
  const format = useFormat();
  const { until, lineChange } = life;
  const date = format.date(lineChange?.at ?? until ?? 0);
  const since = lineChange ? "page.endedByLine" : "page.endedOn";
  return (
    <Alert kind="warning" title={t("page.endedTitle")}>
      <p>{t("page.ended")}</p>
      {until === null && !lineChange ? null : <p>{t(since, { date })}</p>}
      <RuleInItsPlace rule={life.rule} />
      {lineChange?.decision ? (
        <p>
          <TextLink
            to={`/casussen/${lineChange.decision.caseId}/besluiten/${lineChange.decision.id}`}
          >
            {t("page.toLineChange")}
          </TextLink>
        </p>
      ) : null}
      <EndReason page={{ precedent, life }} />
    </Alert>
  );
}

/** It still counts, and everybody can see until when. */
function PlannedNotice({ page: { precedent, life } }: { page: PrecedentPage }) {
  const { t } = useTranslation("precedents");
  const format = useFormat();
  if (life.until === null) return null;
  return (
    <Alert title={t("page.plannedTitle", { date: format.date(life.until) })}>
      <p>{t("page.planned")}</p>
      <RuleInItsPlace rule={life.rule} />
      <EndReason page={{ precedent, life }} />
    </Alert>
  );
}

/** The policy rule that took its place, or will. */
function RuleInItsPlace({ rule }: Pick<PrecedentPage["life"], "rule">) {
  const { t } = useTranslation("precedents");
  if (!rule) return null;
  const words = t("page.becameRule", { number: rule.number });
  return <p>{rule.id === null ? words : <TextLink to={`/regels/${rule.id}`}>{words}</TextLink>}</p>;
}

function EndReason({
  page: { precedent, life },
}: {
  page: Pick<PrecedentPage, "precedent" | "life">;
}) {
  const { t } = useTranslation("precedents");
  const { endReason } = precedent;
  return (
    <>
      {endReason ? <Prose text={t("page.endReason", { reason: endReason })} /> : null}
      {life.reference ? <LawLink reference={life.reference} /> : null}
    </>
  );
}

/** What whoever looks after it has to do. */
function CareNotice({ page: { precedent, life, source, mayEdit } }: { page: PrecedentPage }) {
  const { t } = useTranslation("precedents");
  const format = useFormat();
  const isReplaced = source?.status === "replaced";
  if (!mayEdit || (!isReplaced && !life.isReviewDue)) return null;
  return (
    <Alert kind="warning">
      {life.isReviewDue ? (
        <p>
          {t("page.reviewDue", { date: format.date(precedent.reviewDate ?? 0) })}{" "}
          <TextLink to={`/precedenten/${precedent.id}/bewerken`}>{t("page.toReview")}</TextLink>
        </p>
      ) : null}
      {isReplaced ? (
        <p>
          {t("page.sourceReplaced")}{" "}
          <TextLink to={`/casussen/${source.caseId}/besluiten/${source.id}`}>
            {t("page.toSource")}
          </TextLink>
        </p>
      ) : null}
    </Alert>
  );
}

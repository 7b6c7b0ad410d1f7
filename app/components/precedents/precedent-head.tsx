import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentPage } from "#app/schemas/precedent-view.ts";
import { Alert } from "../alert.tsx";
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
            <LevelBadge level={level} /> <StatusBadge kind="precedentStatus" status={status} />
          </>
        }
        actions={
          mayEdit ? (
            <LinkButton to={`/precedenten/${id}/bewerken`}>
              {t(`page.${actionByStatus[status]}`)}
            </LinkButton>
          ) : null
        }
      />
      <PrecedentNotice page={page} />
    </>
  );
}

function PrecedentNotice({ page: { precedent, source, mayEdit } }: { page: PrecedentPage }) {
  const { t } = useTranslation("precedents");
  const { status, endReason } = precedent;
  if (status === "draft" || status === "in_review") {
    return (
      <Alert>
        <p>{t("page.draft")}</p>
      </Alert>
    );
  }
  if (status !== "valid") {
    return (
      <Alert kind="warning" title={t("page.endedTitle")}>
        <p>{t("page.ended")}</p>
        {endReason ? <Prose text={t("page.endReason", { reason: endReason })} /> : null}
      </Alert>
    );
  }
  if (!mayEdit || source?.status !== "replaced") return null;
  return (
    <Alert kind="warning">
      <p>
        {t("page.sourceReplaced")}{" "}
        <TextLink to={`/casussen/${source.caseId}/besluiten/${source.id}`}>
          {t("page.toSource")}
        </TextLink>
      </p>
    </Alert>
  );
}

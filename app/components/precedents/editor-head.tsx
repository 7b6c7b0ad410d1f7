import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentEditor } from "#app/schemas/precedent-view.ts";
import { Alert } from "../alert.tsx";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { Prose } from "../prose.tsx";
import { StatusBadge } from "../status-badge.tsx";

const titleByStatus = {
  draft: "title",
  in_review: "titleHandle",
  valid: "titleManage",
  became_policy_rule: "titleManage",
  outdated: "titleManage",
  withdrawn: "titleManage",
} as const;

/** Which precedent, where it stands, and why it came back. */
export function EditorHead({ page: { precedent, editor } }: { page: PrecedentEditor }) {
  const { t } = useTranslation("precedents");
  const { id, number, status, endReason } = precedent;
  return (
    <>
      <PageHeader
        above={t("edit.editor", { name: editor })}
        title={t(`edit.${titleByStatus[status]}`, { number })}
        lead={
          <>
            <StatusBadge kind="precedentStatus" status={status} />
            {status === "draft" ? <p>{t("edit.lead")}</p> : null}
          </>
        }
        actions={<LinkButton to={`/precedenten/${id}`}>{t("edit.toPage")}</LinkButton>}
      />
      {status === "draft" && endReason ? (
        <Alert kind="warning" title={t("edit.sentBack")}>
          <Prose text={endReason} />
        </Alert>
      ) : null}
    </>
  );
}

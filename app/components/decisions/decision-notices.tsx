import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionFormPage, DecisionWork } from "#app/schemas/decision-view.ts";
import { Alert } from "../alert.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";

type NoticesProps = { page: DecisionFormPage; work: DecisionWork };

/** What to know before filling in the form. */
export function DecisionNotices({ page, work }: NoticesProps) {
  const { t } = useTranslation("decisions");
  const { caseFile, isAssessor, mayTake } = page;
  const nothingPasses = !work.options.some(({ proposed }) => proposed);
  return (
    <div className="mw-stack">
      <VersionNotice page={page} />
      {isAssessor ? (
        <Alert kind="warning">
          <p>{t("prepare.assessor")}</p>
        </Alert>
      ) : mayTake ? null : (
        <Alert>
          <p>{t("prepare.noMandate")}</p>
        </Alert>
      )}
      {nothingPasses || work.noClearDifference ? (
        <Alert kind="warning">
          <p>{t(nothingPasses ? "prepare.nothingPasses" : "prepare.noClearDifference")}</p>
        </Alert>
      ) : null}
      <p>
        <TextLink to={`/casussen/${caseFile.id}/wegingen/${work.weighingId}`}>
          {t("prepare.toWeighing")}
        </TextLink>
      </p>
    </div>
  );
}

function VersionNotice({ page: { draft } }: { page: DecisionFormPage }) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  if (!draft || draft.kind === "initial") return null;
  return (
    <Alert title={t("prepare.versionTitle", { kind: terms(`decisionKind.${draft.kind}`) })}>
      <p>{t("prepare.versionText", { number: draft.number })}</p>
      <Prose text={t("prepare.versionReason", { reason: draft.versionReason })} />
      {draft.kind === "withdrawal" ? <p>{t("prepare.withdrawalText")}</p> : null}
    </Alert>
  );
}

/** Why there is no form: a decision is in force, or nothing was weighed yet. */
export function NothingToPrepare({ page: { caseFile, inForce } }: { page: DecisionFormPage }) {
  const { t } = useTranslation("decisions");
  if (inForce) {
    const to = `/casussen/${caseFile.id}/besluiten/${inForce.id}`;
    return (
      <EmptyState
        title={t("prepare.inForceTitle")}
        action={<LinkButton to={to}>{t("toDecision")}</LinkButton>}
      >
        {t("prepare.inForce")}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t("prepare.noWeighingTitle")}
      action={<LinkButton to="/zittingen">{t("prepare.toSessions")}</LinkButton>}
    >
      {t("prepare.noWeighing")}
    </EmptyState>
  );
}

import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { Alert } from "../alert.tsx";
import { RunningProceedings } from "../follow-up/running-proceedings.tsx";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { Prose } from "../prose.tsx";
import { useHasRight } from "../shell/use-shell.ts";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";

/** What kind of decision this is, and whether it still holds. */
export function DecisionHead({ page }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  const audits = useHasRight("audit.read");
  const { caseFile, decision, organisation, versions, may } = page;
  const newest = versions.find(({ status }) => status === "taken");
  const kind = terms(`decisionKind.${decision.kind}`);
  return (
    <>
      <PageHeader
        above={t("page.file", { organisation, number: caseFile.number })}
        title={t("page.title", { title: caseFile.title })}
        lead={
          <>
            <StatusBadge kind="decisionStatus" status={decision.status} />
            <span>{t("page.titleVersion", { kind, number: decision.number })}</span>
          </>
        }
        actions={
          <>
            <LinkButton to={`/casussen/${caseFile.id}`}>{t("toCase")}</LinkButton>
            <LinkButton to={`/casussen/${caseFile.id}/nazorg`}>{t("toFollowUp")}</LinkButton>
            {audits ? (
              <LinkButton to={`/audit/besluiten/${decision.id}`}>{t("page.life")}</LinkButton>
            ) : null}
          </>
        }
      />
      {decision.status === "replaced" ? (
        <Alert kind="warning" title={t("page.replaced")}>
          <p>{t("page.replacedText")}</p>
          {newest ? (
            <p>
              <TextLink to={`/casussen/${caseFile.id}/besluiten/${newest.id}`}>
                {t("page.toNewest")}
              </TextLink>
            </p>
          ) : null}
        </Alert>
      ) : null}
      <RunningAlert page={page} />
      {decision.versionReason ? <Prose text={decision.versionReason} /> : null}
      <p className="mw-hint mw-screen-only">
        {t("page.printHint")}{" "}
        {may.takeAway ? (
          <TextLink to={`/casussen/${caseFile.id}/besluiten/${decision.id}/pdf`} reloadDocument>
            {t("page.pdf")}
          </TextLink>
        ) : null}
      </p>
    </>
  );
}

function RunningAlert({ page: { caseFile, proceedings } }: { page: DecisionPage }) {
  const { t } = useTranslation("aftercare");
  if (proceedings.length === 0) return null;
  return (
    <Alert kind="warning" title={t("proceedings.running")}>
      <RunningProceedings proceedings={proceedings} />
      <p>
        <TextLink to={`/casussen/${caseFile.id}/procedures`}>
          {t("proceedings.toProceedings")}
        </TextLink>
      </p>
    </Alert>
  );
}

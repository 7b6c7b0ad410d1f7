import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { ProceedingList } from "#app/components/follow-up/proceeding-list.tsx";
import { ReceiveProceeding } from "#app/components/follow-up/receive-proceeding.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { proceedingForm } from "#app/schemas/proceeding.ts";
import { requireRight } from "#app/server/access.server.ts";
import { startDecisionVersion } from "#app/server/decision-versions.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getProceedings } from "#app/server/proceedings.server.ts";
import { recordProceeding } from "#app/server/proceedings-recording.server.ts";

export const meta = titleFrom("aftercare", "proceedings.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("aftercare")("proceedings.title")),
);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return getProceedings(access, params.caseId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireRight(request, "case.read");
  const caseId = params.caseId ?? "";
  return handleForm(request, proceedingForm, async ({ input, formKey }) => {
    if (input.intent === "new-decision") {
      const access = await requireRight(request, "decision.prepare");
      const { decisionId, kind, reason } = input;
      await startDecisionVersion(access, { caseId, decisionId }, { kind, reason }, formKey);
      return redirectWithFlash(`/casussen/${caseId}/besluit`, "decision_version_started");
    }
    const access = await requireRight(request, "follow-up.record");
    await recordProceeding(access, caseId, input, formKey);
    return redirectWithFlash(`/casussen/${caseId}/procedures`, "proceeding_saved");
  });
}

export default function Proceedings() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("aftercare");
  const { t: decisions } = useTranslation("decisions");
  const { caseFile, decision, open, done } = page;
  const address = `/casussen/${caseFile.id}`;
  const toCase = <LinkButton to={address}>{decisions("toCase")}</LinkButton>;
  return (
    <>
      <PageHeader
        above={decisions("above", caseFile)}
        title={t("proceedings.title")}
        lead={t("proceedings.lead")}
        actions={
          <>
            {decision ? (
              <LinkButton to={`${address}/besluiten/${decision.id}`}>
                {decisions("toDecision")}
              </LinkButton>
            ) : null}
            <LinkButton to={`${address}/nazorg`}>{t("proceedings.toFollowUp")}</LinkButton>
          </>
        }
      />
      {decision || open.length + done.length > 0 ? (
        <div className="mw-stack">
          <ProceedingList page={page} result={result} />
          <ReceiveProceeding page={page} result={result} />
        </div>
      ) : (
        <EmptyState title={t("proceedings.noDecisionTitle")} action={toCase}>
          {t("proceedings.noDecision")}
        </EmptyState>
      )}
    </>
  );
}

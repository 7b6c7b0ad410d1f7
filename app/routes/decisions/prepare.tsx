import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { DecisionForm } from "#app/components/decisions/decision-form.tsx";
import { DecisionNotices, NothingToPrepare } from "#app/components/decisions/decision-notices.tsx";
import { DiscardDraft } from "#app/components/decisions/discard-draft.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { decisionForm } from "#app/schemas/decision.ts";
import { requireRight } from "#app/server/access.server.ts";
import { discardDecisionDraft, saveDecisionDraft } from "#app/server/decision-drafts.server.ts";
import { getDecisionForm, restartFromOption } from "#app/server/decision-form.server.ts";
import { comparedAgain, withTreatment } from "#app/server/decision-treatment.server.ts";
import { handleRowsForm } from "#app/server/form-rows.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { proposeLineChange } from "#app/server/line-change-proposals.server.ts";
import { takeDecision } from "#app/server/taking-decisions.server.ts";

export const meta = titleFrom("decisions", "prepare.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("decisions")("title")),
);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "decision.prepare");
  return getDecisionForm(access, params.caseId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "decision.prepare");
  const caseId = params.caseId ?? "";
  const page = `/casussen/${caseId}/besluit`;
  const answer = await handleRowsForm(request, decisionForm, async ({ input, values, formKey }) => {
    switch (input.intent) {
      case "start-from-option":
        return restartFromOption(access, caseId, values);
      case "compare":
        return comparedAgain(values);
      case "propose-line-change":
        await proposeLineChange(access, caseId, input, formKey);
        return redirectWithFlash(page, "line_change_proposed");
      case "discard":
        await discardDecisionDraft(access, caseId, input.decisionId, formKey);
        return redirectWithFlash(page, "decision_discarded");
      case "save":
        await saveDecisionDraft(access, caseId, input, formKey);
        return redirectWithFlash(page, "decision_saved");
      case "take": {
        const taking = await requireRight(request, "decision.take");
        const decisionId = await takeDecision(taking, caseId, input, formKey);
        return redirectWithFlash(`/casussen/${caseId}/besluiten/${decisionId}`, "decision_taken");
      }
    }
  });
  return withTreatment(access, caseId, answer);
}

export default function PrepareDecision() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("decisions");
  const { caseFile, work, draft } = page;
  return (
    <>
      <PageHeader
        above={t("above", caseFile)}
        title={t("prepare.title")}
        lead={t("prepare.lead")}
        actions={<LinkButton to={`/casussen/${caseFile.id}`}>{t("toCase")}</LinkButton>}
      />
      {work ? (
        <>
          <DecisionNotices page={page} work={work} />
          <DecisionForm page={page} work={work} result={result} />
          {draft ? <DiscardDraft decisionId={draft.id} /> : null}
        </>
      ) : (
        <NothingToPrepare page={page} />
      )}
    </>
  );
}

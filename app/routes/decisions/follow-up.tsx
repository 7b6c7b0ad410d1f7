import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { EmptyState } from "#app/components/empty-state.tsx";
import { CloseCase } from "#app/components/follow-up/close-case.tsx";
import { DoneConditions } from "#app/components/follow-up/conditions.tsx";
import { OpenWork } from "#app/components/follow-up/open-work.tsx";
import { ProceedingsCard } from "#app/components/follow-up/proceedings-card.tsx";
import { HeldReviews } from "#app/components/follow-up/reviews.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { followUpForm } from "#app/schemas/follow-up.ts";
import { requireRight } from "#app/server/access.server.ts";
import { closeFollowUp, getFollowUp } from "#app/server/follow-up.server.ts";
import {
  isAboutCondition,
  recordCondition,
  recordFollowUp,
} from "#app/server/follow-up-recording.server.ts";
import { handleRowsForm } from "#app/server/form-rows.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";

export const meta = titleFrom("decisions", "followUp.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("decisions")("followUp.title")),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return getFollowUp(access, params.caseId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.read");
  const caseId = params.caseId ?? "";
  return handleRowsForm(request, followUpForm, async ({ input, formKey }) => {
    if (isAboutCondition(input)) {
      await recordCondition(access, caseId, input, formKey);
      return redirectWithFlash(`/casussen/${caseId}/nazorg`, "follow_up_saved");
    }
    const recorder = await requireRight(request, "follow-up.record");
    if (input.intent === "close") {
      await closeFollowUp(recorder, caseId, formKey);
      return redirectWithFlash(`/casussen/${caseId}`, "case_closed");
    }
    await recordFollowUp(recorder, caseId, input, formKey);
    return redirectWithFlash(`/casussen/${caseId}/nazorg`, "follow_up_saved");
  });
}

export default function FollowUp() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("decisions");
  const { caseFile, decision, conditions, reviews } = page;
  const toCase = <LinkButton to={`/casussen/${caseFile.id}`}>{t("toCase")}</LinkButton>;
  return (
    <>
      <PageHeader
        above={t("above", caseFile)}
        title={t("followUp.title")}
        lead={t("followUp.lead")}
        actions={
          <>
            {decision ? (
              <LinkButton to={`/casussen/${caseFile.id}/besluiten/${decision.id}`}>
                {t("toDecision")}
              </LinkButton>
            ) : null}
            {toCase}
          </>
        }
      />
      {decision || conditions.length > 0 || reviews.length > 0 ? (
        <div className="mw-stack">
          <OpenWork page={page} result={result} />
          <DoneConditions page={page} result={result} />
          <HeldReviews page={page} result={result} />
          <ProceedingsCard page={page} />
          <CloseCase page={page} result={result} />
        </div>
      ) : (
        <EmptyState title={t("followUp.noDecisionTitle")} action={toCase}>
          {t("followUp.noDecision")}
        </EmptyState>
      )}
    </>
  );
}

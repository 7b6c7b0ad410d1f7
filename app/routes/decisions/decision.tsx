import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { DecidedPart } from "#app/components/decisions/decided-part.tsx";
import { DecisionActions } from "#app/components/decisions/decision-actions.tsx";
import { DecisionHead } from "#app/components/decisions/decision-head.tsx";
import { FactsPart, GroundPart } from "#app/components/decisions/ground-part.tsx";
import { MotivationPart } from "#app/components/decisions/motivation-part.tsx";
import { AgreedPart, CitizenPart, TakenPart } from "#app/components/decisions/outcome-parts.tsx";
import { PrecedentPart } from "#app/components/decisions/precedent-part.tsx";
import { VersionsPart } from "#app/components/decisions/versions-part.tsx";
import { WeighingPart } from "#app/components/decisions/weighing-part.tsx";
import { LetterCard } from "#app/components/letters/letter-card.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { decisionPageForm } from "#app/schemas/decision.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getDecisionPage } from "#app/server/decision-page.server.ts";
import { startDecisionVersion } from "#app/server/decision-versions.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { createPrecedent } from "#app/server/precedent-drafts.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data?.caseFile.title ?? "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("decisions")("title")),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return getDecisionPage(access, params.caseId ?? "", params.decisionId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  await requireRight(request, "case.read");
  const place = { caseId: params.caseId ?? "", decisionId: params.decisionId ?? "" };
  return handleForm(request, decisionPageForm, async ({ input, formKey }) => {
    if (input.intent === "make-precedent") {
      const access = await requireRight(request, "precedent.edit");
      const id = await createPrecedent(access, place, formKey);
      return redirectWithFlash(`/precedenten/${id}/bewerken`, "precedent_created");
    }
    const access = await requireRight(request, "decision.prepare");
    const { kind, reason } = input;
    await startDecisionVersion(access, place, { kind, reason }, formKey);
    return redirectWithFlash(`/casussen/${place.caseId}/besluit`, "decision_version_started");
  });
}

export default function Decision() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="mw-stack">
      <DecisionHead page={page} />
      <DecidedPart page={page} />
      <MotivationPart page={page} />
      <GroundPart page={page} />
      <FactsPart page={page} />
      <WeighingPart page={page} />
      <PrecedentPart page={page} />
      <AgreedPart page={page} />
      <CitizenPart page={page} />
      <TakenPart page={page} />
      <VersionsPart page={page} />
      <LetterCard page={page} />
      <DecisionActions page={page} result={result} />
    </div>
  );
}

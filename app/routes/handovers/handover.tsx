import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ReceivedPage, SentPage } from "#app/components/handovers/handover-page.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { handoverAct } from "#app/schemas/handover.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import {
  answerHandover,
  recordAnswer,
  withdrawHandover,
} from "#app/server/handover-answers.server.ts";
import { makeCaseOf } from "#app/server/handover-cases.server.ts";
import { referAfterwards } from "#app/server/handover-referring.server.ts";
import { getHandover } from "#app/server/handovers.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";

export const meta = titleFrom("handovers", "case.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("handovers")("title"), to: "/overdrachten" },
  ...(data.side === "sent"
    ? [{ label: texts("handovers")("sent"), to: "/overdrachten/verstuurd" }]
    : []),
  { label: texts("handovers")("case.title") },
]);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "handover.manage");
  return getHandover(access, params.handoverId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "handover.manage");
  const handoverId = params.handoverId ?? "";
  const page = `/overdrachten/${handoverId}`;
  return handleForm(request, handoverAct, async ({ input, formKey }) => {
    switch (input.intent) {
      case "accept":
      case "return":
        await answerHandover(access, { handoverId, input }, formKey);
        return redirectWithFlash(page, "handover_answered");
      case "record-answer":
        await recordAnswer(access, { handoverId, input }, formKey);
        return redirectWithFlash(page, "handover_answer_saved");
      case "withdraw":
        await withdrawHandover(access, { handoverId, input }, formKey);
        return redirectWithFlash(page, "handover_withdrawn");
      case "refer":
        await referAfterwards(access, handoverId, formKey);
        return redirectWithFlash(page, "case_referred");
      case "make-case": {
        const making = await requireRight(request, "case.create");
        const caseId = await makeCaseOf(access, { handoverId, making }, formKey);
        return redirectWithFlash(`/casussen/${caseId}`, "case_created");
      }
    }
  });
}

export default function Handover() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return page.side === "received" ? (
    <ReceivedPage page={page} result={result} />
  ) : (
    <SentPage page={page} result={result} />
  );
}

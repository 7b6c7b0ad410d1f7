import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Robustness } from "#app/components/pictures/late.tsx";
import { Agreement } from "#app/components/sessions/agreement.tsx";
import { DiscussionList } from "#app/components/sessions/discussion-list.tsx";
import { FirstChoices } from "#app/components/sessions/first-choices.tsx";
import { LiveNotice } from "#app/components/sessions/live-notice.tsx";
import { MinorityViews } from "#app/components/sessions/minority-views.tsx";
import { OptionVerdicts } from "#app/components/sessions/option-verdicts.tsx";
import { PerspectiveTables } from "#app/components/sessions/perspective-tables.tsx";
import { ReasonsByOption } from "#app/components/sessions/reasons-by-option.tsx";
import { RefusedMove } from "#app/components/sessions/refused-move.tsx";
import { ResultsLead } from "#app/components/sessions/results-lead.tsx";
import { ResultsMoves } from "#app/components/sessions/results-moves.tsx";
import { ResultsShifts } from "#app/components/sessions/results-shifts.tsx";
import { TabledCell } from "#app/components/sessions/tabled-cell.tsx";
import { Timer } from "#app/components/sessions/timer.tsx";
import { useSessionEvents } from "#app/components/sessions/use-session-events.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { resultsSchema } from "#app/schemas/results.ts";
import { requireRight } from "#app/server/access.server.ts";
import { itemAddress } from "#app/server/agenda-items.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { handleResults } from "#app/server/results-discussion.server.ts";
import { getResults } from "#app/server/results.server.ts";

export const meta = titleFrom("results", "title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("sessions")("title"), to: "/zittingen" },
  { label: data.session.title, to: `/zittingen/${data.session.id}` },
  {
    label: data.caseFile.title,
    to: `/zittingen/${data.session.id}/casussen/${data.caseFile.id}`,
  },
  { label: texts("results")("title") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.read");
  return getResults(access, itemAddress(params));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  const address = itemAddress(params);
  return handleForm(request, resultsSchema, async (submission) => {
    const { flash, anchor } = await handleResults(access, address, submission);
    const item = `/zittingen/${address.sessionId}/casussen/${address.caseId}`;
    return redirectWithFlash(`${item}/uitkomst${anchor}`, flash);
  });
}

/** Weighing again and a discussion show their errors in their own form. */
function refusedElsewhere(result: FormResult | undefined): FormResult | undefined {
  const sent = result?.values.intent;
  return ["weigh", "discuss", "flag"].includes(String(sent)) ? undefined : result;
}

export default function Results() {
  const page = useLoaderData<typeof loader>();
  const following = useSessionEvents(page.session.id, page.position, {
    caseId: page.caseFile.id,
    ignore: ["presence"],
  });
  const result = useActionData<typeof action>();
  const { t } = useTranslation("results");
  const mayDiscuss = page.leads && page.phase === "revealed";
  return (
    <>
      <PageHeader
        above={`${page.caseFile.number} ${page.caseFile.title}`}
        title={t("title")}
        lead={<ResultsLead page={page} />}
      />
      <LiveNotice {...following} />
      {page.timer ? <Timer timer={page.timer} /> : null}
      <RefusedMove result={refusedElsewhere(result)} />
      {page.phase === "scoring" ? (
        <Alert title={t("secondRound.blindTitle")}>
          <p>{t("secondRound.blindText")}</p>
        </Alert>
      ) : null}
      <TabledCell cells={page.discussion} mayDiscuss={mayDiscuss} />
      <OptionVerdicts view={page.view} />
      {page.shifts ? <ResultsShifts shifts={page.shifts} view={page.view} /> : null}
      <Robustness view={page.robustness} />
      <FirstChoices view={page.view} rankings={page.rankings} outcome={page.agreement.outcome} />
      <Agreement view={page.view} agreement={page.agreement} />
      <DiscussionList
        cells={page.discussion}
        view={page.view}
        mayDiscuss={mayDiscuss}
        result={result}
      />
      <PerspectiveTables view={page.view} />
      <ReasonsByOption page={page} mayTag={mayDiscuss} />
      <MinorityViews views={page.minorityViews} view={page.view} mayWrite={page.sits} />
      <ResultsMoves page={page} result={result} />
    </>
  );
}

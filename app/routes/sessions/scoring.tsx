import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { CaseFileBeside } from "#app/components/sessions/case-file-beside.tsx";
import { LiveNotice } from "#app/components/sessions/live-notice.tsx";
import { ScoringLead } from "#app/components/sessions/scoring-lead.tsx";
import { ScoringPanel } from "#app/components/sessions/scoring-panel.tsx";
import { Timer } from "#app/components/sessions/timer.tsx";
import { useSessionEvents } from "#app/components/sessions/use-session-events.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { Columns, Stack } from "#app/components/columns.tsx";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { scoringSchema } from "#app/schemas/rating.ts";
import { requireRight } from "#app/server/access.server.ts";
import { itemAddress } from "#app/server/agenda-items.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getScoringSheet } from "#app/server/scoring-sheet.server.ts";
import { handleScoring } from "#app/server/scoring.server.ts";

export const meta = titleFrom("scoring", "title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("sessions")("title"), to: "/zittingen" },
  { label: data.session.title, to: `/zittingen/${data.session.id}` },
  { label: data.file.title, to: `/zittingen/${data.session.id}/casussen/${data.caseId}` },
  { label: texts("scoring")("title") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.score");
  const step = new URL(request.url).searchParams.get("stap");
  return getScoringSheet(access, itemAddress(params), step);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.score");
  const address = itemAddress(params);
  return handleForm(request, scoringSchema, async (submission) => {
    const { step, flash } = await handleScoring(access, address, submission);
    return redirectWithFlash(`?stap=${encodeURIComponent(step)}`, flash);
  });
}

export default function Scoring() {
  const sheet = useLoaderData<typeof loader>();
  const following = useSessionEvents(sheet.session.id, sheet.position, {
    caseId: sheet.caseId,
    ignore: ["presence"],
  });
  const result = useActionData<typeof action>();
  const { language } = useTranslation();
  const { file, perspective } = sheet;
  return (
    <>
      <PageHeader
        above={`${file.number} ${file.title}`}
        title={textIn(perspective.leadingQuestion, language)}
        lead={<ScoringLead sheet={sheet} />}
      />
      <LiveNotice {...following} />
      {sheet.timer ? <Timer timer={sheet.timer} /> : null}
      <Columns>
        <Stack>
          <ScoringPanel sheet={sheet} result={result} />
        </Stack>
        <CaseFileBeside file={file} options={sheet.options} levels={sheet.levels} />
      </Columns>
    </>
  );
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Columns, Stack } from "#app/components/columns.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { practiceBreadcrumb } from "#app/components/practice/practice-breadcrumb.ts";
import { PracticeFrame } from "#app/components/practice/practice-frame.tsx";
import { ScoringQuestions } from "#app/components/practice/scoring-questions.tsx";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { CaseFileBeside } from "#app/components/sessions/case-file-beside.tsx";
import { practiceScoreSchema } from "#app/schemas/practice.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { getPracticeScoring, practiceLanguage } from "#app/server/practice-pages.server.ts";
import { handlePracticeScoring } from "#app/server/practice-scoring.server.ts";

export const meta = titleFrom("practice", "heading.score");
export const handle = practiceBreadcrumb("score");

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "home.read");
  const asked = new URL(request.url).searchParams.get("stap");
  return getPracticeScoring({ access, language: practiceLanguage(request) }, asked);
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return handleForm(request, practiceScoreSchema, async ({ input }) =>
    redirect(await handlePracticeScoring(access, input), 303),
  );
}

export default function PracticeScore() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <PracticeFrame place={page.place}>
      <Columns>
        <Stack>
          <ScoringQuestions page={page} result={result} />
        </Stack>
        <CaseFileBeside file={page.file} options={page.options} levels={page.levels} />
      </Columns>
    </PracticeFrame>
  );
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titleFrom } from "#app/components/page-meta.ts";
import { CellOnTable } from "#app/components/practice/cell-on-table.tsx";
import { practiceBreadcrumb } from "#app/components/practice/practice-breadcrumb.ts";
import { PracticeFrame } from "#app/components/practice/practice-frame.tsx";
import { SecondJudgement } from "#app/components/practice/second-judgement.tsx";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { practiceSecondSchema } from "#app/schemas/practice.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import {
  getPracticeSecondRound,
  handlePracticeSecond,
} from "#app/server/practice-outcome.server.ts";
import { practiceLanguage } from "#app/server/practice-pages.server.ts";

export const meta = titleFrom("practice", "heading.second_round");
export const handle = practiceBreadcrumb("second_round");

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return getPracticeSecondRound({ access, language: practiceLanguage(request) });
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return handleForm(request, practiceSecondSchema, async ({ input }) =>
    redirect(await handlePracticeSecond(access, input), 303),
  );
}

export default function PracticeSecond() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <PracticeFrame place={page.place}>
      <CellOnTable cell={page.cell} />
      <SecondJudgement page={page} result={result} />
    </PracticeFrame>
  );
}

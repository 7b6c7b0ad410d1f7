import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titleFrom } from "#app/components/page-meta.ts";
import { OwnDecision } from "#app/components/practice/own-decision.tsx";
import { practiceBreadcrumb } from "#app/components/practice/practice-breadcrumb.ts";
import { PracticeFrame } from "#app/components/practice/practice-frame.tsx";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { practiceDecideSchema } from "#app/schemas/practice.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import {
  getPracticeDecision,
  handlePracticeDecision,
} from "#app/server/practice-outcome.server.ts";
import { practiceLanguage } from "#app/server/practice-pages.server.ts";

export const meta = titleFrom("practice", "heading.decide");
export const handle = practiceBreadcrumb("decide");

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return getPracticeDecision({ access, language: practiceLanguage(request) });
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return handleForm(request, practiceDecideSchema, async ({ input }) =>
    redirect(await handlePracticeDecision(access, input), 303),
  );
}

export default function PracticeDecide() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <PracticeFrame place={page.place}>
      <OwnDecision page={page} result={result} />
    </PracticeFrame>
  );
}

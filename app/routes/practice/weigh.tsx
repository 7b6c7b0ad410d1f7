import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titleFrom } from "#app/components/page-meta.ts";
import { PracticeFrame } from "#app/components/practice/practice-frame.tsx";
import { PracticeNext } from "#app/components/practice/practice-next.tsx";
import { WhatMoved } from "#app/components/practice/what-moved.tsx";
import { OtherWeights } from "#app/components/practice/other-weights.tsx";
import { OptionVerdicts } from "#app/components/sessions/option-verdicts.tsx";
import { practiceBreadcrumb } from "#app/components/practice/practice-breadcrumb.ts";
import { practiceNextSchema } from "#app/schemas/practice.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { getPracticeWeighing } from "#app/server/practice-outcome.server.ts";
import { practiceLanguage } from "#app/server/practice-pages.server.ts";
import { moveOn } from "#app/server/practice.server.ts";

export const meta = titleFrom("practice", "heading.weigh");
export const handle = practiceBreadcrumb("weigh");

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return getPracticeWeighing({ access, language: practiceLanguage(request) });
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return handleForm(request, practiceNextSchema, async () =>
    redirect(await moveOn(access, "weigh"), 303),
  );
}

export default function PracticeWeigh() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <PracticeFrame place={page.place}>
      <WhatMoved page={page} />
      <OptionVerdicts view={page.view} />
      <OtherWeights view={page.robustness} />
      <PracticeNext place={page.place} result={result} />
    </PracticeFrame>
  );
}

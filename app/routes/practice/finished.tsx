import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { titleFrom } from "#app/components/page-meta.ts";
import { practiceBreadcrumb } from "#app/components/practice/practice-breadcrumb.ts";
import { PracticeFrame } from "#app/components/practice/practice-frame.tsx";
import { WhatYouLearned } from "#app/components/practice/what-you-learned.tsx";
import { requireRight } from "#app/server/access.server.ts";
import { getPracticeFinish } from "#app/server/practice-outcome.server.ts";
import { practiceLanguage } from "#app/server/practice-pages.server.ts";

export const meta = titleFrom("practice", "heading.finished");
export const handle = practiceBreadcrumb("finished");

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return getPracticeFinish({ access, language: practiceLanguage(request) });
}

export default function PracticeFinished() {
  const page = useLoaderData<typeof loader>();
  return (
    <PracticeFrame place={page.place}>
      <WhatYouLearned page={page} />
    </PracticeFrame>
  );
}

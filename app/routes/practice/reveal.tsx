import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { titleFrom } from "#app/components/page-meta.ts";
import { PracticeFrame } from "#app/components/practice/practice-frame.tsx";
import { PracticeNext } from "#app/components/practice/practice-next.tsx";
import { RevealedCircles } from "#app/components/practice/revealed-circles.tsx";
import { practiceBreadcrumb } from "#app/components/practice/practice-breadcrumb.ts";
import { practiceNextSchema } from "#app/schemas/practice.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { getPracticeReveal } from "#app/server/practice-outcome.server.ts";
import { practiceLanguage } from "#app/server/practice-pages.server.ts";
import { moveOn } from "#app/server/practice.server.ts";

export const meta = titleFrom("practice", "heading.reveal");
export const handle = practiceBreadcrumb("reveal");

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return getPracticeReveal({ access, language: practiceLanguage(request) });
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return handleForm(request, practiceNextSchema, async () =>
    redirect(await moveOn(access, "reveal"), 303),
  );
}

export default function PracticeReveal() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <PracticeFrame place={page.place}>
      <RevealedCircles view={page.view} />
      <PracticeNext place={page.place} result={result} />
    </PracticeFrame>
  );
}

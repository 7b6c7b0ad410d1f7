import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CitizenResultsPage } from "#app/components/citizen/results-page.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getCitizenResults } from "#app/server/questionnaire-results.server.ts";

export const meta = titleFrom("questionnaires", "results.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("account-figures")("title"), to: "/verantwoording" },
  { label: texts("questionnaires")("results.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "figures.read");
  return getCitizenResults(access, request.url);
}

export default function Results() {
  return <CitizenResultsPage page={useLoaderData<typeof loader>()} />;
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/components/page-meta.ts";
import { YearlyReport } from "#app/components/report/yearly-report.tsx";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { reportTextForm } from "#app/schemas/report.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getReport, saveReportText } from "#app/server/report.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.account.organisation.name} ${data.year}` : "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("account-figures")("title"), to: "/verantwoording" },
  { label: texts("report")("title", { year: data.year }) },
]);

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "figures.read");
  return getReport(access, params.year ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "report.edit");
  const year = params.year ?? "";
  return handleForm(request, reportTextForm, async ({ input }) => {
    await saveReportText(access, year, input);
    return redirectWithFlash(`/verantwoording/jaarverslag/${year}#text-${input.section}`, "saved");
  });
}

export default function Report() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <YearlyReport page={page} result={result} />;
}

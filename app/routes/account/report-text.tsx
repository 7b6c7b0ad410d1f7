import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/components/page-meta.ts";
import { EditReportText } from "#app/components/report/edit-report-text.tsx";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { reportTextForm } from "#app/schemas/report.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getReportPart, saveReportText } from "#app/server/report.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(String(data?.year ?? ""));
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("account-figures")("title"), to: "/verantwoording" },
  {
    label: texts("report")("title", { year: data.year }),
    to: `/verantwoording/jaarverslag/${data.year}`,
  },
  { label: texts("report")("remarks") },
]);

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireRight(request, "report.edit");
  const access = await requireRight(request, "figures.read");
  return getReportPart(access, { year: params.year ?? "", section: params.section ?? "" });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "report.edit");
  const place = { year: params.year ?? "", section: params.section ?? "" };
  return handleForm(request, reportTextForm, async ({ input, formKey }) => {
    await saveReportText(access, place, { ...input, formKey });
    const report = `/verantwoording/jaarverslag/${place.year}#text-${place.section}`;
    return redirectWithFlash(report, "saved");
  });
}

export default function ReportTextPage() {
  const part = useLoaderData<typeof loader>();
  return <EditReportText part={part} result={useActionData<typeof action>()} />;
}

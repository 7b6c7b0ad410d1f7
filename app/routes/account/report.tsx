import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle } from "#app/components/page-meta.ts";
import { YearlyReport } from "#app/components/report/yearly-report.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getReport } from "#app/server/report.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.account.organisation.name} ${data.year}` : "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("account-figures")("title"), to: "/verantwoording" },
  { label: texts("report")("title", { year: data.year }) },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "figures.read");
  return getReport(access, params.year ?? "");
}

export default function Report() {
  return <YearlyReport page={useLoaderData<typeof loader>()} />;
}

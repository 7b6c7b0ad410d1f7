import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { languageOf, pageTitle } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { YearlyStand } from "#app/components/yearly/yearly-stand.tsx";
import { getTexts } from "#app/i18n/instances.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getYearly } from "#app/server/yearly.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageTitle(data ? getTexts(languageOf(matches), "yearly")("title", { year: data.year }) : "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("account-figures")("title"), to: "/verantwoording" },
  { label: texts("yearly")("title", { year: data.year }) },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "figures.read");
  return getYearly(access, { yearText: params.year ?? "", url: request.url });
}

export default function Stand() {
  return <YearlyStand page={useLoaderData<typeof loader>()} />;
}

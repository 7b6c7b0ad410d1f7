import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountCases } from "#app/components/account/account-cases.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { accountFilters, cellAsked } from "#app/schemas/account-filters.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getAccountCases } from "#app/server/account-cases.server.ts";

export const meta = titleFrom("account-figures", "cases.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("account-figures")("title"), to: "/verantwoording" },
  { label: texts("account-figures")("cases.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "figures.read");
  return getAccountCases(access, accountFilters(request.url), cellAsked(request.url));
}

export default function Cases() {
  return <AccountCases page={useLoaderData<typeof loader>()} />;
}

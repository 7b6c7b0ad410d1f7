import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AccountFigures } from "#app/components/account/account-figures.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { AccountFiles } from "#app/components/report/account-files.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { accountFilters } from "#app/schemas/account-filters.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getAccountPage } from "#app/server/account-page.server.ts";

export const meta = titleFrom("account-figures", "title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("account-figures")("title") }]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "figures.read");
  return getAccountPage(access, accountFilters(request.url));
}

export default function Figures() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <AccountFigures page={page} />
      <AccountFiles at={page.account.at} isOwn={page.account.isOwn} />
    </>
  );
}

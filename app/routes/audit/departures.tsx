import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditNavigation } from "#app/components/audit/audit-navigation.tsx";
import { DepartureFilterForm } from "#app/components/audit/departure-filters.tsx";
import { DepartureList } from "#app/components/audit/departure-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { withParameters } from "#app/schemas/case-filters.ts";
import { departureFilters } from "#app/schemas/departures.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getDepartures } from "#app/server/departures.server.ts";

export const meta = titleFrom("audit-pages", "departures.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("audit")("title"), to: "/audit" },
  { label: texts("audit-pages")("departures.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "audit.read");
  const filters = departureFilters(request.url);
  const found = await getDepartures(access, filters);
  return {
    ...found,
    filters,
    next: found.next && withParameters(request.url, { na: found.next }),
  };
}

export default function Departures() {
  const { items, next, ...choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit-pages");
  return (
    <>
      <PageHeader title={t("departures.title")} lead={t("departures.lead")} />
      <AuditNavigation />
      <DepartureFilterForm {...choices} />
      <DepartureList items={items} />
      <Pagination next={next} />
      <ExportLinks to="/audit/afwijkingen/bestand" />
    </>
  );
}

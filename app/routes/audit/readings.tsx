import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import {
  CaseField,
  FilterCard,
  PeriodFields,
  PersonField,
} from "#app/components/audit/audit-filter-form.tsx";
import { AuditNavigation } from "#app/components/audit/audit-navigation.tsx";
import { ReadingTable } from "#app/components/audit/reading-table.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { readingFiltersIn } from "#app/schemas/audit-filters.ts";
import { withParameters } from "#app/schemas/case-filters.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getReadings } from "#app/server/readings-log.server.ts";

export const meta = titleFrom("audit-pages", "readings.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("audit")("title"), to: "/audit" },
  { label: texts("audit-pages")("readings.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "processing.read");
  const filters = readingFiltersIn(request.url);
  const found = await getReadings(access, filters);
  return {
    ...found,
    filters,
    next: found.next && withParameters(request.url, { na: found.next }),
  };
}

export default function Readings() {
  const { items, people, filters, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit-pages");
  return (
    <>
      <PageHeader title={t("readings.title")} lead={t("readings.lead")} />
      <AuditNavigation />
      <FilterCard action="/audit/inzage" filters={filters}>
        <PersonField people={people} />
        <CaseField />
        <PeriodFields />
      </FilterCard>
      <ReadingTable items={items} />
      <Pagination next={next} />
      <ExportLinks to="/audit/inzage/bestand" />
    </>
  );
}

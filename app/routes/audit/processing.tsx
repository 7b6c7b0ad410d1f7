import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { AuditNavigation } from "#app/components/audit/audit-navigation.tsx";
import { ProcessingFilterForm } from "#app/components/audit/processing-filters.tsx";
import { ProcessingTable } from "#app/components/audit/processing-table.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { withParameters } from "#app/schemas/case-filters.ts";
import { processingFilters } from "#app/schemas/processing.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getProcessing } from "#app/server/processing.server.ts";

export const meta = titleFrom("processing", "title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("audit")("title"), to: "/audit" },
  { label: texts("processing")("title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "processing.read");
  const filters = processingFilters(request.url);
  const found = await getProcessing(access, filters);
  return {
    ...found,
    filters,
    next: found.next && withParameters(request.url, { na: found.next }),
  };
}

export default function Processing() {
  const { items, filters, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("processing");
  const { search } = useLocation();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <AuditNavigation />
      <ProcessingFilterForm filters={filters} />
      <ProcessingTable items={items} />
      <Pagination next={next} />
      <p className="mw-screen-only">
        <TextLink to={`/audit/verwerkingen/bestand${search}`} reloadDocument>
          {t("download")}
        </TextLink>{" "}
        {t("standard")}
      </p>
    </>
  );
}

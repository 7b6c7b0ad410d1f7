import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditFilterForm } from "#app/components/audit/audit-filter-form.tsx";
import { AuditNavigation } from "#app/components/audit/audit-navigation.tsx";
import { AuditTable } from "#app/components/audit/audit-table.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { auditFilters } from "#app/schemas/audit-filters.ts";
import { withParameters } from "#app/schemas/case-filters.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getAuditLog } from "#app/server/audit-log.server.ts";

export const meta = titleFrom("audit", "title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("audit")("title") }]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "audit.read");
  const filters = auditFilters(request.url);
  const log = await getAuditLog(access, filters);
  return {
    ...log,
    filters,
    next: log.next && withParameters(request.url, { na: log.next }),
    start: filters.na ? withParameters(request.url, { na: null }) : null,
  };
}

export default function Audit() {
  const { items, next, start, ...choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <AuditNavigation />
      <AuditFilterForm {...choices} />
      <AuditTable items={items} />
      {start ? (
        <p>
          <TextLink to={start}>{t("toStart")}</TextLink>
        </p>
      ) : null}
      <Pagination next={next} />
      <ExportLinks to="/audit/bestand" />
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditFilterForm } from "#app/components/cases/audit-filter-form.tsx";
import { AuditTable } from "#app/components/cases/audit-table.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
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
  const { items, next, people } = await getAuditLog(access, filters);
  return {
    items,
    people,
    filters,
    next: next && withParameters(request.url, { na: next }),
    start: filters.na ? withParameters(request.url, { na: null }) : null,
  };
}

export default function Audit() {
  const { items, people, filters, next, start } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <AuditFilterForm filters={filters} people={people} />
      <AuditTable items={items} />
      {start ? (
        <p>
          <TextLink to={start}>{t("toStart")}</TextLink>
        </p>
      ) : null}
      <Pagination next={next} />
    </>
  );
}

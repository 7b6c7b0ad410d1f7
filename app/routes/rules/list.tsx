import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { NoRules, RuleList } from "#app/components/rules/rule-list.tsx";
import { RuleFilter } from "#app/components/rules/rule-filter.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { SignalNavigation } from "#app/components/signals/signal-navigation.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getRuleList } from "#app/server/policy-rule-lists.server.ts";

export const meta = titleFrom("rules", "title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("rules")("title") }]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "rule.read");
  return getRuleList(access, request.url);
}

export default function Rules() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("rules");
  const { rules, next, filters, mayEdit } = page;
  const isFiltered = filters.view !== null || filters.scope !== null;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("list.lead")}
        actions={
          <>
            {mayEdit ? (
              <LinkButton purpose="primary" to="/regels/nieuw">
                {t("list.new")}
              </LinkButton>
            ) : null}
            <LinkButton to="/regels/vergelijken">{t("list.compare")}</LinkButton>
          </>
        }
      />
      <SignalNavigation />
      <RuleFilter page={page} />
      {rules.length === 0 ? (
        <NoRules isFiltered={isFiltered} />
      ) : (
        <>
          <RuleList rules={rules} />
          <Pagination next={next} />
          <ExportLinks to="/regels/bestand" />
        </>
      )}
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationNavigation } from "#app/components/administration/administration-navigation.tsx";
import { ActiveBadge } from "#app/components/administration/people-table.tsx";
import { ScopeLaws } from "#app/components/administration/scope-laws.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useHasRight } from "#app/components/shell/use-shell.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { listScopes } from "#app/server/scopes.server.ts";

export const meta = titleFrom("administration", "scope.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("scope.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "administration.read");
  return listScopes(access, new URL(request.url).searchParams.get("na"));
}

export default function Scopes() {
  const { scopes, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("administration");
  const mayManage = useHasRight("catalogue.manage");
  const add = mayManage ? (
    <LinkButton purpose="primary" to="/beheer/regelgebieden/nieuw">
      {t("scope.new")}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={t("scope.title")} lead={t("scope.lead")} actions={add} />
      <AdministrationNavigation />
      {scopes.length === 0 ? (
        <EmptyState title={t("scope.none")}>{t("scope.noneText")}</EmptyState>
      ) : (
        <DataTable
          caption={t("scope.title")}
          hideCaption
          rows={scopes}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "name",
              label: t("scope.name"),
              rowHeader: true,
              cell: ({ id, name }) =>
                mayManage ? <TextLink to={`/beheer/regelgebieden/${id}`}>{name}</TextLink> : name,
            },
            {
              key: "description",
              label: t("scope.description"),
              cell: ({ description }) => description || "-",
            },
            {
              key: "laws",
              label: t("scope.lawReferences"),
              cell: ({ lawReferences }) => <ScopeLaws references={lawReferences} />,
            },
            {
              key: "active",
              label: t("questionSet.status"),
              cell: ({ active }) => <ActiveBadge active={active} />,
            },
          ]}
        />
      )}
      <Pagination next={next ? `?na=${next}` : null} />
      {scopes.length > 0 ? <ExportLinks to="/beheer/regelgebieden/bestand" /> : null}
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationNavigation } from "#app/components/administration/administration-navigation.tsx";
import { Badge } from "#app/components/badge.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { DateTime } from "#app/components/date-time.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { listOrganisations } from "#app/server/organisations.server.ts";

export const meta = titleFrom("administration", "organisation.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("organisation.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "organisation.manage");
  return { organisations: await listOrganisations(access), currentId: access.organisation.id };
}

export default function Organisations() {
  const { organisations, currentId } = useLoaderData<typeof loader>();
  const { t } = useTranslation("administration");
  return (
    <>
      <PageHeader
        title={t("organisation.title")}
        lead={t("organisation.lead")}
        actions={
          <LinkButton purpose="primary" to="/beheer/organisaties/nieuw">
            {t("organisation.new")}
          </LinkButton>
        }
      />
      <AdministrationNavigation />
      <DataTable
        caption={t("organisation.title")}
        hideCaption
        rows={organisations}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            label: t("organisation.name"),
            rowHeader: true,
            cell: ({ id, name }) => (
              <>
                <TextLink to={`/beheer/organisaties/${id}`}>{name}</TextLink>{" "}
                {id === currentId ? <Badge tone="accent">{t("organisation.current")}</Badge> : null}
              </>
            ),
          },
          {
            key: "tooi",
            label: t("organisation.tooiUri"),
            cell: ({ tooiUri }) => <span className="mw-code">{tooiUri ?? "-"}</span>,
          },
          {
            key: "since",
            label: t("organisation.since"),
            cell: ({ createdAt }) => <DateTime moment={createdAt} day />,
          },
        ]}
      />
      <ExportLinks to="/beheer/organisaties/bestand" />
    </>
  );
}

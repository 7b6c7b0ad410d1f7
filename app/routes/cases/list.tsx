import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CaseSearch } from "#app/components/cases/case-search.tsx";
import { CaseTable } from "#app/components/cases/case-table.tsx";
import { FoundCases } from "#app/components/cases/found-cases.tsx";
import { NoCases } from "#app/components/cases/no-cases.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useHasRight } from "#app/components/shell/use-shell.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { caseFilters } from "#app/schemas/case-filters.ts";
import { caseSearchSchema } from "#app/schemas/case-file.ts";
import { requireRight } from "#app/server/access.server.ts";
import { listCases, listChoices } from "#app/server/case-lists.server.ts";
import { searchCases } from "#app/server/case-search.server.ts";
import { handleForm } from "#app/server/forms.server.ts";

export const meta = titleFrom("cases", "title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("cases")("title") }]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  const filters = caseFilters(request.url);
  const list = await listCases(access, request.url, filters);
  return { ...list, ...(await listChoices(access)), filters };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return handleForm(request, caseSearchSchema, async ({ input }) => ({
    search: { text: input.text, ...(await searchCases(access, input, caseFilters(request.url))) },
  }));
}

export default function Cases() {
  const { items, previous, next, scopes, filters } = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const { t } = useTranslation("cases");
  const search = given && "search" in given ? given.search : undefined;
  const refused = given && "errors" in given ? given : undefined;
  return (
    <>
      <PageHeader title={t("title")} lead={t("list.lead")} actions={<Actions />} />
      <CaseSearch filters={filters} scopes={scopes} text={search?.text ?? ""} result={refused} />
      {search ? (
        <FoundCases search={search} />
      ) : items.length === 0 ? (
        <NoCases filtered={Object.values(filters).some((value) => value !== undefined)} />
      ) : (
        <>
          <CaseTable items={items} caption={t("list.caption")} />
          <Pagination previous={previous} next={next} />
          <ExportLinks to="/casussen/bestand" />
        </>
      )}
    </>
  );
}

function Actions() {
  const { t } = useTranslation("cases");
  const creates = useHasRight("case.create");
  const manages = useHasRight("case.manage");
  return (
    <>
      {creates ? (
        <LinkButton purpose="primary" to="/casussen/nieuw">
          {t("list.new")}
        </LinkButton>
      ) : null}
      {manages ? <LinkButton to="/casussen/bord">{t("list.board")}</LinkButton> : null}
    </>
  );
}

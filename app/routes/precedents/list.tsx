import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, type ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { FoundPrecedents } from "#app/components/precedents/found-precedents.tsx";
import { NoPrecedents } from "#app/components/precedents/no-precedents.tsx";
import { PrecedentList } from "#app/components/precedents/precedent-list.tsx";
import { ComparedWith, PrecedentListActions } from "#app/components/precedents/list-actions.tsx";
import { PrecedentSearch } from "#app/components/precedents/precedent-search.tsx";
import { SaveSearch } from "#app/components/precedents/save-search.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { precedentSearch } from "#app/schemas/precedent-search.ts";
import { filterAddress } from "#app/schemas/precedent-address.ts";
import { filtersIn } from "#app/schemas/precedent-filters.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { getPrecedentList } from "#app/server/precedent-lists.server.ts";
import { searchOrFilter } from "#app/server/precedent-search.server.ts";

export const meta = titleFrom("precedents", "title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("precedents")("title") }]);

/** What a search found stands in the place of the list, which stays as it was. */
export function shouldRevalidate({
  formMethod,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs) {
  return formMethod !== "POST" && defaultShouldRevalidate;
}

export async function loader({ request, context }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  const { url } = request;
  return getPrecedentList(access, filtersIn(url), { url, listed: context.listed });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  return handleForm(request, precedentSearch, async ({ input, values }) => {
    const found = await searchOrFilter(access, input);
    context.listed = true;
    return { search: { input, values, ...found } };
  });
}

export default function Precedents() {
  const page = useLoaderData<typeof loader>();
  const { precedents, next, filters, isFiltered, compared, saved } = page;
  const given = useActionData<typeof action>();
  const { t } = useTranslation("precedents");
  const search = given && "search" in given ? given.search : undefined;
  const refused = given && "errors" in given ? given : undefined;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("list.lead")}
        actions={<PrecedentListActions page={page} />}
      />
      {compared ? <ComparedWith compared={compared} /> : null}
      <PrecedentSearch
        facets={search?.facets ?? page.facets}
        filters={filters}
        saved={saved.length}
        isFiltered={isFiltered}
        result={refused ?? (search && { errors: {}, values: search.values })}
      />
      {search ? (
        <FoundPrecedents search={search} compared={compared} />
      ) : precedents.length === 0 ? (
        <NoPrecedents isFiltered={isFiltered} />
      ) : (
        <>
          <PrecedentList
            precedents={precedents}
            title={t(compared && filters.sort !== "date" ? "list.nearest" : "list.caption")}
            compared={compared}
          />
          <Pagination next={next} />
          <ExportLinks to="/precedenten/bestand" />
          {isFiltered ? <SaveSearch words="" filters={filterAddress(filters)} /> : null}
        </>
      )}
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { SaveSearch } from "#app/components/precedents/save-search.tsx";
import { SavedSearches } from "#app/components/precedents/saved-searches.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { savedSearchForm } from "#app/schemas/precedent-search.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { handleSavedSearch, listSavedSearches } from "#app/server/saved-searches.server.ts";

export const meta = titleFrom("precedents", "saved.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("precedents")("title"), to: "/precedenten" },
  { label: texts("precedents")("saved.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  return { saved: await listSavedSearches(access) };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  return handleForm(request, savedSearchForm, async ({ input, formKey }) => {
    const flash = await handleSavedSearch(access, input, formKey);
    return redirectWithFlash("/precedenten/zoekopdrachten", flash);
  });
}

export default function SavedSearchesPage() {
  const { saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("precedents");
  const { words = "", filters = "" } = result?.values ?? {};
  return (
    <>
      <PageHeader title={t("saved.title")} lead={t("saved.lead")} />
      {result ? (
        <SaveSearch words={String(words)} filters={String(filters)} result={result} />
      ) : null}
      <SavedSearches saved={saved} />
    </>
  );
}

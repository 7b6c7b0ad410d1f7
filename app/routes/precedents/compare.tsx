import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdoptedList } from "#app/components/comparing/adopted-list.tsx";
import { AdoptionPart } from "#app/components/comparing/adoption-part.tsx";
import { ChoosePrecedents } from "#app/components/comparing/choose-precedents.tsx";
import { ComparingBaseCard } from "#app/components/comparing/comparing-base.tsx";
import { comparingAddress } from "#app/components/comparing/comparing-address.ts";
import { ComparisonCards } from "#app/components/comparing/comparison-cards.tsx";
import { FactsTable } from "#app/components/comparing/facts-table.tsx";
import { ComparingNotices } from "#app/components/comparing/notices.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { adoptionForm } from "#app/schemas/comparing-form.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getComparingPage } from "#app/server/comparing-page.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { handleAdoption } from "#app/server/precedent-adoptions.server.ts";

export const meta = titleFrom("comparing", "title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("precedents")("title"), to: "/precedenten" },
  { label: texts("comparing")("crumb") },
]);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  return getComparingPage(access, request.url);
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  return handleForm(request, adoptionForm, async ({ input, formKey }) => {
    const flash = await handleAdoption(access, input, formKey);
    return redirectWithFlash(comparingAddress(input.caseId, [input.precedentId]), flash);
  });
}

export default function Compare() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("comparing");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <ComparingNotices notices={page.notices} />
      {page.base ? <ComparingBaseCard base={page.base} /> : null}
      <ComparisonCards page={page} />
      <FactsTable page={page} />
      <AdoptionPart page={page} result={result} />
      <AdoptedList page={page} />
      <ChoosePrecedents page={page} />
    </>
  );
}

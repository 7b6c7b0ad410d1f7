import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BrokenRows } from "#app/components/precedent-imports/broken-rows.tsx";
import { ImportFacts } from "#app/components/precedent-imports/import-facts.tsx";
import { ImportProgress } from "#app/components/precedent-imports/import-progress.tsx";
import { ImportStatusBadge } from "#app/components/precedent-imports/import-status.tsx";
import { ImportSteps } from "#app/components/precedent-imports/import-steps.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { importStep } from "#app/schemas/precedent-import.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getImportPage } from "#app/server/precedent-import-views.server.ts";
import { takeStep } from "#app/server/precedent-imports.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.item.fileName ?? "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("precedents")("title"), to: "/precedenten" },
  { label: texts("precedent-imports")("title"), to: "/precedenten/importeren" },
  { label: data.item.fileName },
]);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.edit");
  return getImportPage(access, params.importId ?? "", request.url);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "precedent.edit");
  const importId = params.importId ?? "";
  return handleForm(request, importStep, async ({ input }) => {
    const flash = await takeStep(access, importId, input);
    return redirectWithFlash(`/precedenten/importeren/${importId}`, flash);
  });
}

export default function Import() {
  const page = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const { t } = useTranslation("precedent-imports");
  const { item } = page;
  return (
    <>
      <PageHeader
        above={t("page.above")}
        title={item.fileName}
        lead={<ImportStatusBadge status={item.status} />}
      />
      <ImportProgress item={item} />
      <ImportSteps page={page} result={given} />
      <ImportFacts page={page} />
      <BrokenRows page={page} />
    </>
  );
}

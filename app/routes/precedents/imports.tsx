import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ExportCard } from "#app/components/precedent-imports/export-card.tsx";
import { FileGuide } from "#app/components/precedent-imports/file-guide.tsx";
import { FileProblem } from "#app/components/precedent-imports/file-problem.tsx";
import { ImportList } from "#app/components/precedent-imports/import-list.tsx";
import { UploadForm } from "#app/components/precedent-imports/upload-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { importUpload, type RefusedUpload } from "#app/schemas/precedent-import.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { listImports } from "#app/server/precedent-import-views.server.ts";
import { handleUpload } from "#app/server/precedent-imports.server.ts";

export const meta = titleFrom("precedent-imports", "title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("precedents")("title"), to: "/precedenten" },
  { label: texts("precedent-imports")("title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.edit");
  return listImports(access, request.url);
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "precedent.edit");
  return handleForm(request, importUpload, async ({ input, formKey }) => {
    const answer = await handleUpload(access, input, formKey);
    return "problem" in answer ? data(answer, 422) : answer;
  });
}

export default function Imports() {
  const { imports, next } = useLoaderData<typeof loader>();
  const given: RefusedUpload | undefined = useActionData<typeof action>();
  const { t } = useTranslation("precedent-imports");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {given?.problem ? <FileProblem problem={given.problem} /> : null}
      <UploadForm result={given} />
      <FileGuide />
      <ImportList imports={imports} />
      <Pagination next={next} />
      <ExportCard />
    </>
  );
}

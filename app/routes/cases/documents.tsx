import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CaseNavigation } from "#app/components/cases/case-navigation.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { DocumentForm } from "#app/components/cases/document-form.tsx";
import { DocumentTable } from "#app/components/cases/document-table.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { resultOf } from "#app/components/result-of.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { documentSchema } from "#app/schemas/document.ts";
import { requireRight } from "#app/server/access.server.ts";
import { changeDocuments, getDocumentsPage } from "#app/server/documents.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";

export const meta = titleFrom("cases", "documents.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("cases")("documents.title")),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return getDocumentsPage(access, params.caseId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.edit");
  const caseId = params.caseId ?? "";
  return handleForm(request, documentSchema, async ({ input, formKey }) => {
    const flash = await changeDocuments(access, { caseId, input, formKey });
    return redirectWithFlash(`/casussen/${caseId}/documenten`, flash);
  });
}

export default function Documents() {
  const { caseFile, documents, mayAdd, inFollowUp } = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const { t } = useTranslation("cases");
  const { t: aftercare } = useTranslation("aftercare");
  return (
    <>
      <PageHeader
        above={`${caseFile.number} ${caseFile.title}`}
        title={t("documents.title")}
        lead={t("documents.lead")}
        actions={
          inFollowUp ? (
            <LinkButton to={`/casussen/${caseFile.id}/nazorg`}>
              {aftercare("proof.back")}
            </LinkButton>
          ) : null
        }
      />
      <CaseNavigation caseId={caseFile.id} />
      {mayAdd ? <DocumentForm result={resultOf(given, "add")} /> : null}
      <DocumentTable
        caseId={caseFile.id}
        documents={documents}
        result={resultOf(given, "remove")}
      />
    </>
  );
}

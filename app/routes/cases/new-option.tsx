import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { CaseClosed } from "#app/components/cases/case-closed.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { OptionForm } from "#app/components/cases/option-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { stepAddress } from "#app/schemas/case-steps.ts";
import { newOptionSchema } from "#app/schemas/option.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleRowsForm } from "#app/server/form-rows.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { createOption } from "#app/server/option-changes.server.ts";
import { getOptionPage } from "#app/server/options.server.ts";

export const meta = titleFrom("options", "newTitle");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("options")("newTitle")),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.edit");
  const page = await getOptionPage(access, params.caseId ?? "");
  return data(page, page.status);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.edit");
  const caseId = params.caseId ?? "";
  return handleRowsForm(request, newOptionSchema, async ({ input, formKey }) => {
    await createOption(access, caseId, { input, formKey });
    return redirectWithFlash(stepAddress(caseId, "options"), "option_saved");
  });
}

export default function NewOption() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("options");
  const { number, title } = page.caseFile;
  return (
    <>
      <PageHeader above={`${number} ${title}`} title={t("newTitle")} lead={t("lead")} />
      {page.closed ? <CaseClosed caseId={page.caseFile.id} /> : null}
      {page.onTheTable && !page.closed ? <Alert kind="warning">{t("onTheTable")}</Alert> : null}
      {(page.closed || page.onTheTable) && !result ? null : (
        <OptionForm page={page} result={result} />
      )}
    </>
  );
}

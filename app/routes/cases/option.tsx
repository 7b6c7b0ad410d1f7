import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { CaseClosed } from "#app/components/cases/case-closed.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { OptionActions } from "#app/components/cases/option-actions.tsx";
import { OptionForm } from "#app/components/cases/option-form.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { stepAddress } from "#app/schemas/case-steps.ts";
import { optionSchema } from "#app/schemas/option.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleRowsForm } from "#app/server/form-rows.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { changeOption } from "#app/server/option-changes.server.ts";
import { getOptionPage } from "#app/server/options.server.ts";

export const meta = titleFrom("options", "editTitle");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, data.option?.title ?? ""),
);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.edit");
  const page = await getOptionPage(access, params.caseId ?? "", params.optionId ?? "");
  return data(page, page.status);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.edit");
  const place = { caseId: params.caseId ?? "", optionId: params.optionId ?? "" };
  return handleRowsForm(request, optionSchema, async ({ input, formKey }) => {
    const flash = await changeOption(access, { ...place, formKey }, input);
    return redirectWithFlash(stepAddress(place.caseId, "options"), flash);
  });
}

export default function Option() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("options");
  const { caseFile, option, locked, closed } = page;
  const isStrict = option?.position === 0;
  const intent = result?.values.intent;
  const saving = intent === "save" || (result && "stamp" in result) ? result : undefined;
  return (
    <>
      <PageHeader
        above={`${caseFile.number} ${caseFile.title}`}
        title={option?.title}
        lead={t(isStrict ? "strictLead" : "lead")}
        actions={<LinkButton to={stepAddress(caseFile.id, "options")}>{t("back")}</LinkButton>}
      />
      {closed ? <CaseClosed caseId={caseFile.id} /> : null}
      {locked && !closed ? <Alert>{t("locked")}</Alert> : null}
      {(locked || closed) && !saving ? null : <OptionForm page={page} result={saving} />}
      {option && !isStrict && !locked && !closed ? (
        <OptionActions version={option.version} result={result} />
      ) : null}
    </>
  );
}

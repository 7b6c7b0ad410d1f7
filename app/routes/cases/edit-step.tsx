import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CaseClosed } from "#app/components/cases/case-closed.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { DataWarnings } from "#app/components/cases/data-warnings.tsx";
import { OptionList } from "#app/components/cases/option-list.tsx";
import { CaseStepper, StepForm } from "#app/components/cases/step-form.tsx";
import { MissingSteps } from "#app/components/cases/steps/check-fields.tsx";
import { BesideForm } from "#app/components/comparing/beside-form.tsx";
import { CoveringRules } from "#app/components/comparing/covering-rules.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { stepSchemas } from "#app/schemas/case-file.ts";
import { requireRight } from "#app/server/access.server.ts";
import {
  addressAfterStep,
  getStepPage,
  saveStep,
  stepFrom,
} from "#app/server/case-steps.server.ts";
import { handleRowsForm } from "#app/server/form-rows.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.caseFile.number} ${data.caseFile.title}` : "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("terms")(`caseStep.${data.step}`)),
);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.edit");
  const page = await getStepPage(access, params.caseId ?? "", stepFrom(params.step));
  return data(page, page.status);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.edit");
  const step = stepFrom(params.step);
  const caseId = params.caseId ?? "";
  return handleRowsForm(request, stepSchemas[step], async ({ input, formKey }) => {
    await saveStep(access, { caseId, step, input, formKey });
    return redirectWithFlash(addressAfterStep(caseId, step, input.intent), "step_saved");
  });
}

export default function EditStep() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const { caseFile, step, options, warnings, closed, comparable, rules } = page;
  const form = closed && !result ? null : <StepForm page={page} result={result} />;
  return (
    <>
      <PageHeader
        above={`${caseFile.number} ${caseFile.title}`}
        title={terms(`caseStep.${step}`)}
        lead={t(`lead.${step}`)}
      />
      <CaseStepper page={page} />
      {step === "check" ? (
        <>
          <MissingSteps caseId={caseFile.id} savedSteps={caseFile.savedSteps} />
          <DataWarnings caseId={caseFile.id} warnings={warnings} />
          <CoveringRules rules={rules} caseId={caseFile.id} />
        </>
      ) : null}
      {step === "options" ? <OptionList caseId={caseFile.id} options={options} /> : null}
      {closed ? <CaseClosed caseId={caseFile.id} /> : null}
      {comparable ? (
        <BesideForm
          key={step}
          caseId={caseFile.id}
          comparable={comparable}
          isTyped={result !== undefined}
        >
          {form}
        </BesideForm>
      ) : (
        form
      )}
    </>
  );
}

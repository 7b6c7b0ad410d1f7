import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { DateField, Form, FormActions, SelectField } from "#app/components/form/index.ts";
import { SubmitButton, TextArea, TextField } from "#app/components/form/index.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { newCaseSchema } from "#app/schemas/case-file.ts";
import { stepAddress } from "#app/schemas/case-steps.ts";
import { requireRight } from "#app/server/access.server.ts";
import { createCase, listScopes } from "#app/server/case-files.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";

const fetchNewCaseSchema = () =>
  import("#app/schemas/case-file.ts").then((module) => module.newCaseSchema);

export const meta = titleFrom("cases", "new.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("cases")("title"), to: "/casussen" },
  { label: texts("cases")("new.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.create");
  return { scopes: await listScopes(access) };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.create");
  return handleForm(request, newCaseSchema, async ({ input, formKey }) => {
    const caseId = await createCase(access, input, formKey);
    return redirectWithFlash(stepAddress(caseId, "situation"), "case_created");
  });
}

export default function NewCase() {
  const { scopes } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("cases");
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      <Alert>{t("new.noNames")}</Alert>
      <Form schema={fetchNewCaseSchema} result={result}>
        <TextField name="title" label={t("field.title")} description={t("field.titleHint")} />
        <TextArea
          name="story"
          label={t("field.story")}
          description={t("field.storyHint")}
          rows={6}
          max={20_000}
          optional
        />
        <SelectField
          name="scopeId"
          label={t("field.scopeId")}
          description={t("field.scopeHint")}
          options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <DateField
          name="receivedAt"
          label={t("field.receivedAt")}
          description={t("field.receivedHint")}
          optional
        />
        <FormActions>
          <SubmitButton>{t("new.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </>
  );
}

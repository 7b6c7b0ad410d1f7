import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { FactFields, useFactLabels } from "#app/components/administration/fact-fields.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, FormActions, SubmitButton } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { newFactSchema } from "#app/schemas/fact.ts";
import { requireRight } from "#app/server/access.server.ts";
import { createFact } from "#app/server/facts.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";

const fetchNewFactSchema = () =>
  import("#app/schemas/fact.ts").then((module) => module.newFactSchema);

export const meta = titleFrom("administration", "fact.new");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("fact.title"), to: "/beheer/omstandigheden" },
  { label: texts("administration")("fact.new") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRight(request, "catalogue.manage");
  return {};
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "catalogue.manage");
  return handleForm(request, newFactSchema, async ({ input, formKey }) => {
    await createFact(access, input, formKey);
    return redirectWithFlash("/beheer/omstandigheden", "created");
  });
}

export default function NewFact() {
  const result = useActionData<typeof action>();
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  return (
    <>
      <PageHeader title={t("fact.new")} lead={t("fact.newLead")} />
      <Card>
        <Form schema={fetchNewFactSchema} result={result} labels={useFactLabels()}>
          <FactFields />
          <FormActions>
            <SubmitButton>{t("fact.add")}</SubmitButton>
            <LinkButton to="/beheer/omstandigheden" purpose="subtle">
              {terms("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { ScopeFields, useScopeLabels } from "#app/components/administration/scope-fields.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, FormActions, SubmitButton } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { newScopeSchema } from "#app/schemas/scope.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { createScope } from "#app/server/scopes.server.ts";

const fetchNewScopeSchema = () =>
  import("#app/schemas/scope.ts").then((module) => module.newScopeSchema);

export const meta = titleFrom("administration", "scope.new");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("scope.title"), to: "/beheer/regelgebieden" },
  { label: texts("administration")("scope.new") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRight(request, "catalogue.manage");
  return {};
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "catalogue.manage");
  return handleForm(request, newScopeSchema, async ({ input, formKey }) => {
    await createScope(access, input, formKey);
    return redirectWithFlash("/beheer/regelgebieden", "created");
  });
}

export default function NewScope() {
  const result = useActionData<typeof action>();
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  return (
    <>
      <PageHeader title={t("scope.new")} lead={t("scope.newLead")} />
      <Card>
        <Form schema={fetchNewScopeSchema} result={result} labels={useScopeLabels()}>
          <ScopeFields isNew />
          <FormActions>
            <SubmitButton>{t("scope.add")}</SubmitButton>
            <LinkButton to="/beheer/regelgebieden" purpose="subtle">
              {terms("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

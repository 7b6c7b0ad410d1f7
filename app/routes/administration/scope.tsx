import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScopeFields, useScopeLabels } from "#app/components/administration/scope-fields.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { scopeSchema } from "#app/schemas/scope.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getScope, updateScope } from "#app/server/scopes.server.ts";

const fetchScopeSchema = () => import("#app/schemas/scope.ts").then((module) => module.scopeSchema);

export function meta({ data }: { data?: { name: string } }) {
  return pageTitle(data?.name ?? "");
}

export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("scope.title"), to: "/beheer/regelgebieden" },
  { label: data.name },
]);

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "catalogue.manage");
  return getScope(access, params.scopeId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "catalogue.manage");
  return handleForm(request, scopeSchema, async ({ input }) => {
    await updateScope(access, params.scopeId ?? "", input);
    return redirectWithFlash("/beheer/regelgebieden", "saved");
  });
}

export default function Scope() {
  const scope = useLoaderData<typeof loader>();
  const { name, description, active, version, otherScopeIds, others } = scope;
  const result = useActionData<typeof action>();
  const { t: terms } = useTranslation();
  const lawReferences = scope.lawReferences.join("\n");
  const values = { name, description, lawReferences, active, otherScopeIds };
  return (
    <>
      <PageHeader title={name} />
      <Card>
        <Form schema={fetchScopeSchema} values={values} result={result} labels={useScopeLabels()}>
          <HiddenField name="version" value={version} />
          <ScopeFields others={others} />
          <FormActions>
            <SubmitButton>{terms("save")}</SubmitButton>
            <LinkButton to="/beheer/regelgebieden" purpose="subtle">
              {terms("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  IdentityFields,
  useIdentityLabels,
} from "#app/components/administration/identity-fields.tsx";
import { RoleFields, useRoleLabels } from "#app/components/administration/role-fields.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, FormActions, SubmitButton } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { newPersonSchema } from "#app/schemas/person.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { createPerson } from "#app/server/people-management.server.ts";
import { listPerspectiveChoices } from "#app/server/perspective-choices.server.ts";

const fetchNewPersonSchema = () =>
  import("#app/schemas/person.ts").then((module) => module.newPersonSchema);

export const meta = titleFrom("administration", "person.new");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("person.title"), to: "/beheer/personen" },
  { label: texts("administration")("person.new") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "people.manage");
  return { perspectives: await listPerspectiveChoices(access) };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "people.manage");
  return handleForm(request, newPersonSchema, async ({ input, formKey }) => {
    const { personId, isNew } = await createPerson(access, input, formKey);
    return redirectWithFlash(
      `/beheer/personen/${personId}`,
      isNew ? "person_created" : "person_added",
    );
  });
}

export default function NewPerson() {
  const { perspectives } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  const labels = { ...useIdentityLabels(), ...useRoleLabels() };
  return (
    <>
      <PageHeader title={t("person.new")} lead={t("person.newLead")} />
      <Card>
        <Form schema={fetchNewPersonSchema} result={result} labels={labels}>
          <IdentityFields isNew />
          <RoleFields perspectives={perspectives} />
          <FormActions>
            <SubmitButton>{t("person.add")}</SubmitButton>
            <LinkButton to="/beheer/personen" purpose="subtle">
              {terms("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

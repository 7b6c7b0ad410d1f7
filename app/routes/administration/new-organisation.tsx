import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import {
  OrganisationFields,
  useOrganisationLabels,
} from "#app/components/administration/organisation-fields.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, FormActions, SubmitButton } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { newOrganisationSchema } from "#app/schemas/organisation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { createOrganisation } from "#app/server/organisations.server.ts";

const fetchNewOrganisationSchema = () =>
  import("#app/schemas/organisation.ts").then((module) => module.newOrganisationSchema);

export const meta = titleFrom("administration", "organisation.new");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("organisation.title"), to: "/beheer/organisaties" },
  { label: texts("administration")("organisation.new") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRight(request, "organisation.manage");
  return {};
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "organisation.manage");
  return handleForm(request, newOrganisationSchema, async ({ input, formKey }) => {
    await createOrganisation(access, input, formKey);
    return redirectWithFlash("/beheer/organisaties", "organisation_created");
  });
}

export default function NewOrganisation() {
  const result = useActionData<typeof action>();
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  return (
    <>
      <PageHeader title={t("organisation.new")} lead={t("organisation.newLead")} />
      <Card>
        <Form schema={fetchNewOrganisationSchema} result={result} labels={useOrganisationLabels()}>
          <OrganisationFields />
          <FormActions>
            <SubmitButton>{t("organisation.add")}</SubmitButton>
            <LinkButton to="/beheer/organisaties" purpose="subtle">
              {terms("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

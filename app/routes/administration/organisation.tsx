import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  OrganisationFields,
  useOrganisationLabels,
} from "#app/components/administration/organisation-fields.tsx";
import { Card } from "#app/components/card.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { organisationSchema } from "#app/schemas/organisation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getOrganisation, updateOrganisation } from "#app/server/organisations.server.ts";

const fetchOrganisationSchema = () =>
  import("#app/schemas/organisation.ts").then((module) => module.organisationSchema);

export function meta({ data }: { data?: { name: string } }) {
  return pageTitle(data?.name ?? "");
}

export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("organisation.title"), to: "/beheer/organisaties" },
  { label: data.name },
]);

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "organisation.manage");
  const { name, tooiUri, version } = await getOrganisation(access, params.organisationId ?? "");
  return { name, tooiUri, version };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "organisation.manage");
  return handleForm(request, organisationSchema, async ({ input }) => {
    await updateOrganisation(access, params.organisationId ?? "", input);
    return redirectWithFlash("/beheer/organisaties", "saved");
  });
}

export default function Organisation() {
  const organisation = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t: terms } = useTranslation();
  return (
    <>
      <PageHeader title={organisation.name} />
      <Card>
        <Form
          schema={fetchOrganisationSchema}
          values={organisation}
          result={result}
          labels={useOrganisationLabels()}
        >
          <HiddenField name="version" value={organisation.version} />
          <OrganisationFields />
          <FormActions>
            <SubmitButton>{terms("save")}</SubmitButton>
            <LinkButton to="/beheer/organisaties" purpose="subtle">
              {terms("cancel")}
            </LinkButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

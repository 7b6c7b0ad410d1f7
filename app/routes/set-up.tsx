import type { ActionFunctionArgs } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { Card } from "#app/components/card.tsx";
import {
  CheckboxField,
  Fieldset,
  Form,
  FormActions,
  SubmitButton,
  TextField,
} from "#app/components/form/index.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import {
  NewPasswordFields,
  useNewPasswordLabels,
} from "#app/components/sign-in/new-password-fields.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { setUpSchema } from "#app/schemas/set-up.ts";
import { publicRoute } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { openLogin } from "#app/server/logins.server.ts";
import { assertNotSetUp, setUpInstallation } from "#app/server/set-up.server.ts";

const fetchSetUpSchema = () =>
  import("#app/schemas/set-up.ts").then((module) => module.setUpSchema);

export const meta = titleFrom("sign-in", "setUp.title");

export async function loader() {
  publicRoute();
  await assertNotSetUp();
  return null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  publicRoute();
  await assertNotSetUp();
  return handleForm(request, setUpSchema, async ({ input }) => {
    const { personId } = await setUpInstallation(input, context.clientAddress);
    const response = redirectWithFlash("/", "installed");
    response.headers.append("Set-Cookie", await openLogin(personId, { request }));
    return response;
  });
}

export default function SetUp() {
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sign-in");
  return (
    <>
      <PageHeader title={t("setUp.title")} lead={t("setUp.lead")} />
      <Card>
        <Form schema={fetchSetUpSchema} result={result} labels={useNewPasswordLabels()}>
          <TextField
            name="code"
            label={t("setUp.code")}
            description={t("setUp.codeHint")}
            autoComplete="off"
            spellCheck={false}
            width="medium"
          />
          <Fieldset legend={t("setUp.organisationLegend")}>
            <TextField
              name="organisation"
              label={t("setUp.organisation")}
              description={t("setUp.organisationHint")}
              autoComplete="organization"
            />
          </Fieldset>
          <Fieldset
            legend={t("setUp.administratorLegend")}
            description={t("setUp.administratorHint")}
          >
            <TextField name="name" label={t("setUp.name")} autoComplete="name" />
            <TextField
              name="email"
              label={t("setUp.email")}
              type="email"
              autoComplete="username"
              spellCheck={false}
            />
            <NewPasswordFields />
          </Fieldset>
          <Fieldset legend={t("setUp.exampleLegend")}>
            <CheckboxField
              name="exampleData"
              label={t("setUp.exampleData")}
              description={t("setUp.exampleHint")}
            />
          </Fieldset>
          <FormActions>
            <SubmitButton>{t("setUp.submit")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "#app/components/card.tsx";
import { Form, FormActions, SubmitButton } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import {
  NewPasswordFields,
  useNewPasswordLabels,
} from "#app/components/sign-in/new-password-fields.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { passwordResetSchema } from "#app/schemas/account.ts";
import { publicRoute } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { isUsableLink, resetPassword } from "#app/server/password-resets.server.ts";

const fetchPasswordResetSchema = () =>
  import("#app/schemas/account.ts").then((module) => module.passwordResetSchema);

export const meta = titleFrom("sign-in", "reset.title");

export async function loader({ params }: LoaderFunctionArgs) {
  publicRoute();
  const isUsable = await isUsableLink(params.token ?? "");
  return data({ isUsable }, isUsable ? 200 : 404);
}

export async function action({ request, params }: ActionFunctionArgs) {
  publicRoute();
  return handleForm(request, passwordResetSchema, async ({ input }) => {
    await resetPassword(params.token ?? "", input.newPassword);
    return redirectWithFlash("/inloggen", "password_reset");
  });
}

export default function PasswordReset() {
  const { isUsable } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sign-in");
  const labels = useNewPasswordLabels();
  if (!isUsable) {
    return (
      <>
        <PageHeader title={t("reset.notUsable")} lead={t("reset.notUsableText")} />
        <div>
          <LinkButton to="/inloggen">{t("reset.toSignIn")}</LinkButton>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader title={t("reset.title")} lead={t("reset.lead")} />
      <Card>
        <Form schema={fetchPasswordResetSchema} result={result} labels={labels}>
          <NewPasswordFields />
          <FormActions>
            <SubmitButton>{t("reset.submit")}</SubmitButton>
          </FormActions>
        </Form>
      </Card>
    </>
  );
}

import { Card } from "#app/components/card.tsx";
import { Form, FormActions, SubmitButton, TextField } from "#app/components/form/index.ts";
import {
  NewPasswordFields,
  useNewPasswordLabels,
} from "#app/components/sign-in/new-password-fields.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";

const fetchAccountSchema = () =>
  import("#app/schemas/account.ts").then((module) => module.accountSchema);

type PasswordFormProps = { hasPassword: boolean; result: FormResult | undefined };

export function PasswordForm({ hasPassword, result }: PasswordFormProps) {
  const { t } = useTranslation("sign-in");
  const labels = useNewPasswordLabels();
  if (!hasPassword) {
    return (
      <Card title={t("account.passwordTitle")}>
        <p className="nl-paragraph">{t("account.noPassword")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("account.passwordTitle")}>
      <p className="nl-paragraph">{t("account.passwordText")}</p>
      <Form intent="password" schema={fetchAccountSchema} result={result} labels={labels}>
        <TextField
          name="password"
          label={t("password.current")}
          type="password"
          autoComplete="current-password"
          width="medium"
        />
        <NewPasswordFields />
        <FormActions>
          <SubmitButton>{t("account.passwordSubmit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

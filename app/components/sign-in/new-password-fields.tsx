import { TextField } from "#app/components/form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** A password to choose, typed twice. */
export function NewPasswordFields() {
  const { t } = useTranslation("sign-in");
  return (
    <>
      <TextField
        name="newPassword"
        label={t("password.new")}
        description={t("password.hint")}
        type="password"
        autoComplete="new-password"
        width="medium"
      />
      <TextField
        name="passwordRepeat"
        label={t("password.repeat")}
        type="password"
        autoComplete="new-password"
        width="medium"
      />
    </>
  );
}

/** The words of these fields for a summary above the form, which cannot look inside. */
export function useNewPasswordLabels() {
  const { t } = useTranslation("sign-in");
  return { newPassword: t("password.new"), passwordRepeat: t("password.repeat") };
}

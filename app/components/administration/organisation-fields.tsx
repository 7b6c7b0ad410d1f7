import { TextField } from "#app/components/form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export function OrganisationFields() {
  const { t } = useTranslation("administration");
  return (
    <>
      <TextField name="name" label={t("organisation.name")} autoComplete="organization" />
      <TextField
        name="tooiUri"
        label={t("organisation.tooiUri")}
        description={t("organisation.tooiHint")}
        type="url"
        autoComplete="off"
        spellCheck={false}
        optional
      />
    </>
  );
}

/** The words of these fields for a summary above the form, which cannot look inside. */
export function useOrganisationLabels() {
  const { t } = useTranslation("administration");
  return { name: t("organisation.name"), tooiUri: t("organisation.tooiUri") };
}

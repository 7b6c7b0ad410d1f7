import { SelectField, TextField } from "#app/components/form/index.ts";
import { languages } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Who somebody is: name, e-mail address and language. */
export function IdentityFields({ isNew }: { isNew?: boolean }) {
  const { t } = useTranslation("administration");
  const { t: terms } = useTranslation();
  const options = languages.map((value) => ({ value, label: terms(`languageName.${value}`) }));
  return (
    <>
      <TextField
        name="name"
        label={t("person.name")}
        description={isNew ? t("person.nameHint") : undefined}
        autoComplete="off"
      />
      <TextField
        name="email"
        label={t("person.email")}
        type="email"
        autoComplete="off"
        spellCheck={false}
      />
      <SelectField
        name="language"
        label={t("person.language")}
        options={options}
        empty={false}
        width="medium"
      />
    </>
  );
}

/** The words of these fields for a summary above the form, which cannot look inside. */
export function useIdentityLabels() {
  const { t } = useTranslation("administration");
  return { name: t("person.name"), email: t("person.email"), language: t("person.language") };
}

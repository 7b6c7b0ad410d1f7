import { CheckboxGroup, SelectField } from "#app/components/form/index.ts";
import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { roles } from "#app/domain/rights.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type RoleFieldsProps = { perspectives: { key: string; name: LocalText }[] };

/** Which roles, and for an assessor the usual perspective. */
export function RoleFields({ perspectives }: RoleFieldsProps) {
  const { t, language } = useTranslation("administration");
  const { t: terms } = useTranslation();
  return (
    <>
      <CheckboxGroup
        name="roles"
        label={t("person.roles")}
        description={t("person.rolesHint")}
        options={roles.map((role) => ({ value: role, label: terms(`role.${role}`) }))}
      />
      <SelectField
        name="perspective"
        label={t("person.perspective")}
        description={t("person.perspectiveHint")}
        empty={t("person.noPerspective")}
        options={perspectives.map(({ key, name }) => ({
          value: key,
          label: textIn(name, language),
        }))}
        width="medium"
        optional
      />
    </>
  );
}

/** The words of these fields for a summary above the form, which cannot look inside. */
export function useRoleLabels() {
  const { t } = useTranslation("administration");
  return { roles: t("person.roles"), perspective: t("person.perspective") };
}

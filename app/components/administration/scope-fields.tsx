import { CheckboxField, TextArea, TextField } from "#app/components/form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export function ScopeFields({ isNew }: { isNew?: boolean }) {
  const { t } = useTranslation("administration");
  return (
    <>
      <TextField name="name" label={t("scope.name")} autoComplete="off" />
      <TextArea name="description" label={t("scope.description")} max={2000} optional />
      <TextArea
        name="lawReferences"
        label={t("scope.lawReferences")}
        description={t("scope.lawReferencesHint")}
        optional
      />
      {isNew ? null : (
        <CheckboxField
          name="active"
          label={t("scope.active")}
          description={t("scope.activeHint")}
        />
      )}
    </>
  );
}

/** The words of these fields for a summary above the form, which cannot look inside. */
export function useScopeLabels() {
  const { t } = useTranslation("administration");
  return {
    name: t("scope.name"),
    description: t("scope.description"),
    lawReferences: t("scope.lawReferences"),
  };
}

import { CheckboxField, CheckboxGroup, TextArea, TextField } from "#app/components/form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { OtherScope } from "#app/schemas/scope.ts";

type ScopeFieldsProps = {
  isNew?: boolean;
  /** Scopes of other organisations to compare with. */
  others?: readonly OtherScope[];
};

export function ScopeFields({ isNew, others = [] }: ScopeFieldsProps) {
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
      {others.length > 0 ? <OtherScopes others={others} /> : null}
    </>
  );
}

function OtherScopes({ others }: { others: readonly OtherScope[] }) {
  const { t } = useTranslation("lines");
  return (
    <CheckboxGroup
      name="otherScopeIds"
      label={t("links.label")}
      description={t("links.hint")}
      options={others.map(({ id, name, organisation }) => ({
        value: id,
        label: name,
        description: organisation,
      }))}
      optional
    />
  );
}

/** The words of these fields for a summary above the form, which cannot look inside. */
export function useScopeLabels() {
  const { t } = useTranslation("administration");
  const { t: lines } = useTranslation("lines");
  return {
    otherScopeIds: lines("links.label"),
    name: t("scope.name"),
    description: t("scope.description"),
    lawReferences: t("scope.lawReferences"),
  };
}

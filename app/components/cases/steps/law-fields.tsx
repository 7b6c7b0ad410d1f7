import { pinchPlaces, proceedingKinds } from "#app/domain/case-file.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { DateField, Fieldset, SelectField, TextArea, TextField } from "../../form/index.ts";

type LawFieldsProps = {
  scopes: readonly { id: string; name: string }[];
  mayExtendTerm: boolean;
};

export function LawFields({ scopes, mayExtendTerm }: LawFieldsProps) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  return (
    <>
      <SelectField
        name="scopeId"
        label={t("field.scopeId")}
        description={t("field.scopeHint")}
        options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <TextArea
        name="pinch"
        label={t("field.pinch")}
        description={t("field.pinchHint")}
        rows={6}
        optional
      />
      <SelectField
        name="pinchPlace"
        label={t("field.pinchPlace")}
        options={pinchPlaces.map((value) => ({ value, label: terms(`pinchPlace.${value}`) }))}
        optional
      />
      <TextField name="pinchSource" label={t("field.pinchSource")} optional />
      <TextArea name="lawPurpose" label={t("field.lawPurpose")} optional />
      <TextArea
        name="lawReferences"
        label={t("field.lawReferences")}
        description={t("field.lawReferencesHint")}
        optional
      />
      <Fieldset legend={t("field.proceeding")}>
        <SelectField
          name="proceedingKind"
          label={t("field.proceedingKind")}
          empty={false}
          options={proceedingKinds.map((value) => ({
            value,
            label: terms(`proceedingKind.${value}`),
          }))}
        />
        <DateField name="proceedingDeadline" label={t("field.proceedingDeadline")} optional />
        {mayExtendTerm ? (
          <DateField
            name="extendedUntil"
            label={t("field.extendedUntil")}
            description={t("field.extendedHint")}
            optional
          />
        ) : null}
      </Fieldset>
    </>
  );
}

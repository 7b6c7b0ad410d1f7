import { useTranslation } from "#app/i18n/use-translation.ts";
import { CheckboxField, DateField, Fieldset, TextArea, TextField } from "../../form/index.ts";

export function PeopleFields() {
  const { t } = useTranslation("cases");
  return (
    <>
      <TextArea name="organisationsInvolved" label={t("field.organisationsInvolved")} optional />
      <TextField
        name="contactPerson"
        label={t("field.contactPerson")}
        description={t("field.contactPersonHint")}
        optional
      />
      <Fieldset legend={t("field.representative")}>
        <TextField
          name="representativeRole"
          label={t("field.representativeRole")}
          description={t("field.representativeRoleHint")}
          optional
        />
        <TextArea
          name="representativeMandate"
          label={t("field.representativeMandate")}
          rows={2}
          max={2000}
          optional
        />
        <DateField name="representativeUntil" label={t("field.representativeUntil")} optional />
      </Fieldset>
      <TextArea
        name="sharingConsent"
        label={t("field.sharingConsent")}
        description={t("field.sharingConsentHint")}
        optional
      />
      <Fieldset legend={t("field.special")} description={t("field.specialHint")}>
        <CheckboxField name="specialHealth" label={t("field.specialHealth")} />
        <CheckboxField name="specialCriminal" label={t("field.specialCriminal")} />
      </Fieldset>
    </>
  );
}

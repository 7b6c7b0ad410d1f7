import { lifeEvents, urgencyKinds } from "#app/domain/case-file.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import {
  CheckboxGroup,
  DateField,
  Fieldset,
  SelectField,
  TextArea,
  TextField,
} from "../../form/index.ts";

const max = 20_000;

export function SituationFields() {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  return (
    <>
      <TextField name="title" label={t("field.title")} description={t("field.titleHint")} />
      <TextArea
        name="story"
        label={t("field.story")}
        description={t("field.storyHint")}
        rows={8}
        max={max}
        optional
      />
      <TextArea name="citizenWish" label={t("field.citizenWish")} max={max} optional />
      <TextArea name="citizenFirstNeed" label={t("field.citizenFirstNeed")} max={max} optional />
      <DateField
        name="citizenHeardAt"
        label={t("field.citizenHeardAt")}
        description={t("field.citizenHeardHint")}
        optional
      />
      <TextArea name="ownAttempts" label={t("field.ownAttempts")} max={max} optional />
      <TextArea name="unease" label={t("field.unease")} max={max} optional />
      <Fieldset legend={t("field.urgency")}>
        <SelectField
          name="urgencyKind"
          label={t("field.urgencyKind")}
          empty={t("field.noUrgency")}
          options={urgencyKinds.map((value) => ({ value, label: terms(`urgencyKind.${value}`) }))}
          optional
        />
        <DateField name="urgencyDate" label={t("field.urgencyDate")} optional />
        <TextArea name="urgencyNote" label={t("field.urgencyNote")} max={2000} rows={2} optional />
      </Fieldset>
      <CheckboxGroup
        name="lifeEvents"
        label={t("field.lifeEvents")}
        options={lifeEvents.map((value) => ({ value, label: terms(`lifeEvent.${value}`) }))}
        inline
        optional
      />
    </>
  );
}

import { useTranslation } from "#app/i18n/use-translation.ts";
import { CheckboxField, DateField, Fieldset, TextArea } from "../form/index.ts";

/** What the citizen hears, and when we look whether it helped. */
export function CitizenFields({ withdrawal }: { withdrawal: boolean }) {
  const { t } = useTranslation("decisions");
  return (
    <Fieldset legend={t("citizen.legend")}>
      <TextArea
        name="citizenTold"
        label={t("citizen.told")}
        description={t("citizen.toldHint")}
        rows={5}
        max={20_000}
        optional
      />
      <DateField name="citizenToldAt" label={t("citizen.toldAt")} optional />
      {withdrawal ? null : (
        <>
          <DateField
            name="reviewDate"
            label={t("citizen.review")}
            description={t("citizen.reviewHint")}
          />
          <CheckboxField name="dignityRespected" label={t("citizen.dignity")} required />
        </>
      )}
    </Fieldset>
  );
}

import { bearers, certainties, recurrences } from "#app/domain/option.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Fieldset, MoneyField, SelectField, TextField } from "../form/index.ts";
import { RowGroups } from "./row-groups.tsx";

type CostLineFieldsProps = { stored: number; result: FormResult | undefined };

/** What a solution costs or brings in, a row per post and bearer. */
export function CostLineFields({ stored, result }: CostLineFieldsProps) {
  const { t } = useTranslation("options");
  const { t: terms } = useTranslation();
  return (
    <Fieldset legend={t("costs")} description={t("costsHint")}>
      <RowGroups
        list="lines"
        stored={stored}
        result={result}
        addLabel={t("addLine")}
        rowLabel={(number) => t("lineOf", { number })}
        removeLabel={(number) => t("removeLine", { number })}
      >
        {(index) => (
          <>
            <TextField name={`lines.${index}.post`} label={t("post")} />
            <MoneyField name={`lines.${index}.cents`} label={t("cents")} />
            <SelectField
              name={`lines.${index}.bearer`}
              label={t("bearer")}
              options={bearers.map((value) => ({ value, label: terms(`bearer.${value}`) }))}
            />
            <SelectField
              name={`lines.${index}.recurrence`}
              label={t("recurrence")}
              options={recurrences.map((value) => ({
                value,
                label: terms(`recurrence.${value}`),
              }))}
            />
            <SelectField
              name={`lines.${index}.certainty`}
              label={t("certainty")}
              options={certainties.map((value) => ({ value, label: terms(`certainty.${value}`) }))}
            />
            <TextField name={`lines.${index}.source`} label={t("source")} optional />
          </>
        )}
      </RowGroups>
    </Fieldset>
  );
}

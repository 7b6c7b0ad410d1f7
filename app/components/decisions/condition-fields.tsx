import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { DecisionWork } from "#app/schemas/decision-view.ts";
import { RowGroups } from "../cases/row-groups.tsx";
import { DateField, Fieldset, SelectField, TextArea } from "../form/index.ts";

type ConditionFieldsProps = { work: DecisionWork; result: FormResult | undefined };

/** What was agreed, with an owner and a date each. */
export function ConditionFields({ work, result }: ConditionFieldsProps) {
  const { t } = useTranslation("decisions");
  const owners = work.owners.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Fieldset legend={t("conditions.legend")} description={t("conditions.hint")}>
      <RowGroups
        list="conditions"
        stored={work.values.conditions.length}
        result={result}
        addLabel={t("conditions.add")}
        rowLabel={(number) => t("conditions.row", { number })}
        removeLabel={(number) => t("conditions.remove", { number })}
      >
        {(index) => (
          <>
            <TextArea
              name={`conditions.${index}.text`}
              label={t("conditions.text")}
              rows={2}
              max={2000}
              optional
            />
            <SelectField
              name={`conditions.${index}.ownerId`}
              label={t("conditions.owner")}
              options={owners}
              optional
            />
            <DateField name={`conditions.${index}.dueDate`} label={t("conditions.due")} optional />
          </>
        )}
      </RowGroups>
    </Fieldset>
  );
}

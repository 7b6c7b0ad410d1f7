import { processingActivities } from "#app/domain/processing.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ProcessingFilters } from "#app/schemas/processing.ts";
import { SelectField, TextField } from "../form/index.ts";
import { CaseField, FilterCard, PeriodFields } from "./audit-filter-form.tsx";

export function ProcessingFilterForm({ filters }: { filters: ProcessingFilters }) {
  const { t } = useTranslation("processing");
  return (
    <FilterCard action="/audit/verwerkingen" filters={filters}>
      <SelectField
        name="doel"
        label={t("purpose")}
        empty={t("allPurposes")}
        options={processingActivities.map((value) => ({ value, label: t(`activity.${value}`) }))}
        optional
      />
      <CaseField />
      <TextField
        name="betrokkene"
        label={t("subject")}
        description={t("subjectHint")}
        autoComplete="off"
        optional
      />
      <PeriodFields />
    </FilterCard>
  );
}

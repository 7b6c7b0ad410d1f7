import { equalTreatmentAnswers } from "#app/domain/precedent-relations.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DepartureFilters } from "#app/schemas/departures.ts";
import { SelectField } from "../form/index.ts";
import { FilterCard, PeriodFields, PersonField } from "./audit-filter-form.tsx";

type Named = readonly { id: string; name: string }[];
type DepartureFilterProps = { filters: DepartureFilters; people: Named; scopes: Named };

export function DepartureFilterForm({ filters, people, scopes }: DepartureFilterProps) {
  const { t } = useTranslation("audit-pages");
  return (
    <FilterCard action="/audit/afwijkingen" filters={filters}>
      <PersonField people={people} />
      <SelectField
        name="regelgebied"
        label={t("departures.scope")}
        empty={t("departures.allScopes")}
        options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <SelectField
        name="antwoord"
        label={t("departures.warning")}
        empty={t("departures.allAnswers")}
        options={equalTreatmentAnswers.map((value) => ({
          value,
          label: t(`departures.answer.${value}`),
        }))}
        optional
      />
      <PeriodFields />
    </FilterCard>
  );
}

import type { CitizenResults } from "#app/schemas/questionnaire-view.ts";
import { FilterForm } from "../account/filter-form.tsx";

/** Period, organisation and scope; they stand in the address. */
export function ResultsFilter({ page }: { page: CitizenResults }) {
  const { period, organisation, organisations, scopes, filters, isOwn } = page;
  return (
    <FilterForm
      action="/verantwoording/burgers"
      values={{
        van: period.from,
        tot: period.until,
        organisatie: organisation.id,
        gebied: (isOwn && filters.gebied) || "",
      }}
      organisations={organisations}
      scopes={isOwn ? scopes : null}
    />
  );
}

import { lifeEvents } from "#app/domain/case-file.ts";
import { textIn } from "#app/domain/local-text.ts";
import { outcomeLevels } from "#app/domain/option.ts";
import { precedentStatuses } from "#app/domain/precedent-rules.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PrecedentFilters } from "#app/schemas/precedent.ts";
import type { PrecedentFacets } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  CheckboxGroup,
  DateField,
  Form,
  FormActions,
  SelectField,
  SubmitButton,
  TextField,
} from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";

const fetchPrecedentSearch = () =>
  import("#app/schemas/precedent.ts").then((module) => module.precedentSearch);

type PrecedentSearchProps = {
  facets: PrecedentFacets;
  filters: PrecedentFilters;
  isFiltered: boolean;
  result: FormResult | undefined;
};

/** Words go by POST, since they may hold a name; filters without words become an address. */
export function PrecedentSearch({ facets, filters, isFiltered, result }: PrecedentSearchProps) {
  const { t } = useTranslation("precedents");
  const { t: terms } = useTranslation();
  const level = filters.level === null ? "" : String(filters.level);
  return (
    <Card>
      <Form
        schema={fetchPrecedentSearch}
        values={{ ...filters, level, words: "" }}
        result={result}
        warnOnLeave={false}
        className="mw-form--wide"
      >
        <TextField
          name="words"
          type="search"
          label={t("search.words")}
          description={t("search.hint")}
          autoComplete="off"
          optional
        />
        <Disclosure summary={t("search.filters")} open={isFiltered}>
          <Facets facets={facets} factsChosen={filters.fact.length > 0} />
        </Disclosure>
        <FormActions>
          <SubmitButton>{t("search.submit")}</SubmitButton>
          {isFiltered || result ? (
            <LinkButton purpose="subtle" to="/precedenten" reloadDocument>
              {terms("clearFilters")}
            </LinkButton>
          ) : null}
        </FormActions>
      </Form>
    </Card>
  );
}

type FacetsProps = { facets: PrecedentFacets; factsChosen: boolean };

function Facets({ facets, factsChosen }: FacetsProps) {
  const { t } = useTranslation("precedents");
  const { t: terms } = useTranslation();
  const any = t("search.any");
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  const statuses = precedentStatuses.filter(
    (status) => facets.seesDrafts || (status !== "draft" && status !== "in_review"),
  );
  return (
    <>
      <div className="mw-row-group__fields">
        <SelectField
          name="scope"
          label={t("search.scope")}
          empty={any}
          options={named(facets.scopes)}
          optional
        />
        <SelectField
          name="level"
          label={t("search.level")}
          empty={any}
          options={outcomeLevels.map((level) => ({
            value: String(level),
            label: terms(`level.${level}`),
          }))}
          optional
        />
        <SelectField
          name="status"
          label={t("search.status")}
          empty={any}
          options={statuses.map((status) => ({
            value: status,
            label: terms(`precedentStatus.${status}`),
          }))}
          optional
        />
        <SelectField
          name="organisation"
          label={t("search.organisation")}
          empty={any}
          options={named(facets.organisations)}
          optional
        />
        <SelectField
          name="event"
          label={t("search.event")}
          empty={any}
          options={lifeEvents.map((event) => ({
            value: event,
            label: terms(`lifeEvent.${event}`),
          }))}
          optional
        />
        <TextField
          name="law"
          label={t("search.law")}
          description={t("search.lawHint")}
          autoComplete="off"
          optional
        />
        <DateField name="from" label={t("search.from")} optional />
        <DateField name="until" label={t("search.until")} optional />
      </div>
      <FactFacets facts={facets.facts} open={factsChosen} />
    </>
  );
}

function FactFacets({ facts, open }: Pick<PrecedentFacets, "facts"> & { open: boolean }) {
  const { t, language } = useTranslation("precedents");
  const options = facts
    .map(({ id, label }) => ({ value: id, label: textIn(label, language) }))
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <Disclosure summary={t("search.facts")} open={open}>
      <CheckboxGroup
        name="fact"
        label={t("search.facts")}
        description={t("search.factsHint")}
        options={options}
        hideLabel
        inline
        optional
      />
    </Disclosure>
  );
}

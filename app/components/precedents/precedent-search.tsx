import { lifeEvents } from "#app/domain/case-file.ts";
import { textIn } from "#app/domain/local-text.ts";
import { outcomeLevels } from "#app/domain/option.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { precedentSorts, precedentStandings } from "#app/schemas/precedent-sorts.ts";
import type { PrecedentFilters } from "#app/schemas/precedent-search.ts";
import type { Counted, PrecedentFacets } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  CheckboxGroup,
  DateField,
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";

const fetchPrecedentSearch = () =>
  import("#app/schemas/precedent-search.ts").then((module) => module.precedentSearch);

type PrecedentSearchProps = {
  facets: PrecedentFacets;
  filters: PrecedentFilters;
  isFiltered: boolean;
  /** How many searches this person keeps. */
  saved: number;
  result: FormResult | undefined;
};

/** Words go by POST, since they may hold a name; filters without words become an address. */
export function PrecedentSearch(props: PrecedentSearchProps) {
  const { facets, filters, isFiltered, saved, result } = props;
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
        {filters.case === null ? null : <HiddenField name="case" value={filters.case} />}
        {filters.rule === null ? null : (
          <>
            <p>{t("search.ofRule")}</p>
            <HiddenField name="rule" value={filters.rule} />
          </>
        )}
        <Disclosure summary={t("search.filters")} open={isFiltered}>
          <SortField withCase={filters.case !== null} />
          <Facets facets={facets} filters={filters} />
        </Disclosure>
        <FormActions>
          <SubmitButton>{t("search.submit")}</SubmitButton>
          {isFiltered || result ? (
            <LinkButton purpose="subtle" to="/precedenten" reloadDocument>
              {terms("clearFilters")}
            </LinkButton>
          ) : null}
          {saved > 0 ? (
            <LinkButton purpose="subtle" to="/precedenten/zoekopdrachten">
              {t("saved.link", { count: saved })}
            </LinkButton>
          ) : null}
        </FormActions>
      </Form>
    </Card>
  );
}

function SortField({ withCase }: { withCase: boolean }) {
  const { t } = useTranslation("precedents");
  const sorts = precedentSorts.filter((sort) => sort !== "differences" || withCase);
  return (
    <SelectField
      name="sort"
      label={t("search.sort")}
      description={t("search.sortHint")}
      empty={t("search.sortDefault")}
      options={sorts.map((sort) => ({ value: sort, label: t(`search.sortBy.${sort}`) }))}
      optional
    />
  );
}

type FacetsProps = { facets: PrecedentFacets; filters: PrecedentFilters };

function Facets({ facets, filters }: FacetsProps) {
  const { t } = useTranslation("precedents");
  const { t: terms } = useTranslation();
  const any = t("search.any");
  const counted = (label: string, total: number | null | undefined) =>
    facets.total === null ? label : t("search.counted", { label, count: total ?? 0 });
  const named = (rows: readonly Counted[]) =>
    rows
      .filter(({ id, total }) => total !== 0 || id === filters.scope || id === filters.organisation)
      .map(({ id, name, total }) => ({ value: id, label: counted(name, total) }));
  const statuses = precedentStandings.filter(
    (status) => facets.seesDrafts || (status !== "draft" && status !== "in_review"),
  );
  const standing = (status: (typeof statuses)[number]) =>
    status === "expired" ? t("search.expired") : terms(`precedentStatus.${status}`);
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
            label: counted(terms(`level.${level}`), facets.levels[level]),
          }))}
          optional
        />
        <SelectField
          name="status"
          label={t("search.status")}
          empty={any}
          options={statuses.map((status) => ({
            value: status,
            label: counted(standing(status), facets.statuses[status]),
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
      <FactFacets facts={facets.facts} chosen={filters.fact} />
    </>
  );
}

type FactFacetsProps = Pick<PrecedentFacets, "facts"> & { chosen: readonly string[] };

function FactFacets({ facts, chosen }: FactFacetsProps) {
  const { t, language } = useTranslation("precedents");
  const options = facts
    .filter(({ id, total }) => total !== 0 || chosen.includes(id))
    .map(({ id, label, total: count }) => {
      const name = textIn(label, language);
      return {
        value: id,
        label: count === null ? name : t("search.counted", { label: name, count }),
      };
    })
    .sort((a, b) => a.label.localeCompare(b.label, language));
  return (
    <Disclosure summary={t("search.facts")} open={chosen.length > 0}>
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

import { Link } from "@remix-run/react";
import { caseStatuses } from "#app/domain/case-file.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CaseFilters } from "#app/schemas/case-filters.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  CheckboxField,
  DateField,
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextField,
} from "../form/index.ts";

type CaseSearchProps = {
  filters: CaseFilters;
  scopes: readonly { id: string; name: string }[];
  /** What was searched for, to show it again. */
  text: string;
  result: FormResult | undefined;
};

/** Free text goes by POST, since it may hold a name; the filters stand in the address. */
export function CaseSearch({ filters, scopes, text, result }: CaseSearchProps) {
  const { t } = useTranslation("cases");
  const filtered = Object.entries(filters).some(
    ([name, value]) => value !== undefined && name !== "na" && name !== "voor",
  );
  return (
    <Card>
      <Form result={result} values={{ text }} warnOnLeave={false} className="mw-form--inline">
        <TextField
          name="text"
          type="search"
          label={t("search.label")}
          description={t("search.hint")}
          autoComplete="off"
        />
        <FormActions>
          <SubmitButton purpose="secondary">{t("search.submit")}</SubmitButton>
        </FormActions>
      </Form>
      <Disclosure summary={t("search.filters")} open={filtered}>
        <Filters filters={filters} scopes={scopes} filtered={filtered} />
      </Disclosure>
    </Card>
  );
}

type FiltersProps = Pick<CaseSearchProps, "filters" | "scopes"> & { filtered: boolean };

function Filters({ filters, scopes, filtered }: FiltersProps) {
  const { t } = useTranslation("cases");
  const { t: terms } = useTranslation();
  const values = { ...filters, spoed: filters.spoed === "ja", mijn: filters.mijn === "ja" };
  return (
    <Form method="get" action="/casussen" values={values} className="mw-form--inline">
      <SettledByRule filters={filters} />
      <SelectField
        name="status"
        label={t("search.status")}
        empty={t("search.allStatuses")}
        options={caseStatuses.map((value) => ({ value, label: terms(`caseStatus.${value}`) }))}
        optional
      />
      <SelectField
        name="gebied"
        label={t("search.scope")}
        empty={t("search.allScopes")}
        options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
        optional
      />
      <DateField name="van" label={t("search.from")} optional />
      <DateField name="tot" label={t("search.until")} optional />
      <CheckboxField name="spoed" value="ja" label={t("search.urgent")} />
      <CheckboxField name="mijn" value="ja" label={t("search.mine")} />
      <FormActions>
        <SubmitButton purpose="secondary">{terms("filter")}</SubmitButton>
        {filtered ? (
          <Link className="nl-button nl-button--subtle" to="/casussen">
            {terms("clearFilters")}
          </Link>
        ) : null}
      </FormActions>
    </Form>
  );
}

/** Kept while other filters change: it comes from a number of the yearly page or of a rule. */
function SettledByRule({ filters: { regel, regeljaar } }: Pick<CaseSearchProps, "filters">) {
  const { t } = useTranslation("cases");
  if ((regel ?? regeljaar) === undefined) return null;
  const which = regel === undefined ? "any" : "one";
  return (
    <>
      <p>
        {t(`search.settledBy.${which}`)}{" "}
        {regeljaar === undefined ? null : t("search.settledBy.year", { year: regeljaar })}
      </p>
      {regel === undefined ? null : <HiddenField name="regel" value={regel} />}
      {regeljaar === undefined ? null : <HiddenField name="regeljaar" value={String(regeljaar)} />}
    </>
  );
}

import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CitizenResults } from "#app/schemas/questionnaire-view.ts";
import { Card } from "../card.tsx";
import { DateField, Form, FormActions, SelectField, SubmitButton } from "../form/index.ts";

/** Period, organisation and scope; they stand in the address. */
export function ResultsFilter({ page }: { page: CitizenResults }) {
  const { t } = useTranslation(["account-figures", "terms"]);
  const { period, organisation, organisations, scopes, filters, isOwn } = page;
  const values = {
    van: period.from,
    tot: period.until,
    organisatie: organisation.id,
    gebied: (isOwn && filters.gebied) || "",
  };
  const [own] = organisations;
  return (
    <Card title={t("filters.title")}>
      <Form
        key={JSON.stringify(values)}
        method="get"
        action="/verantwoording/burgers"
        values={values}
        className="mw-form--inline"
      >
        <DateField name="van" label={t("filters.from")} optional />
        <DateField name="tot" label={t("filters.until")} optional />
        {organisations.length > 1 ? (
          <SelectField
            name="organisatie"
            label={t("filters.organisation")}
            description={t("filters.yearOnly")}
            empty={false}
            options={organisations.map(({ id, name }) => ({
              value: id,
              label: id === own?.id ? t("filters.ownOrganisation", { name }) : name,
            }))}
            optional
          />
        ) : null}
        {isOwn ? (
          <SelectField
            name="gebied"
            label={t("filters.scope")}
            empty={t("filters.allScopes")}
            options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        ) : null}
        <FormActions>
          <SubmitButton purpose="secondary">{t("terms:filter")}</SubmitButton>
          <Link className="nl-button nl-button--subtle" to="/verantwoording/burgers">
            {t("terms:clearFilters")}
          </Link>
        </FormActions>
      </Form>
    </Card>
  );
}

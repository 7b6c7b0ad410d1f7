import { Link } from "@remix-run/react";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AccountPage } from "#app/schemas/account-view.ts";
import { Card } from "../card.tsx";
import { DateField, Form, FormActions, SelectField, SubmitButton } from "../form/index.ts";

/** The filters of the account; they stand in the address. */
export function AccountFilterForm({ page }: { page: AccountPage }) {
  const { t, language } = useTranslation("account-figures");
  const { t: terms } = useTranslation();
  const { account, organisations, scopes, perspectives } = page;
  const values = {
    van: account.period.from,
    tot: account.period.until,
    organisatie: account.organisation.id,
    gebied: account.scope?.id ?? "",
    perspectief: account.perspective ?? "",
  };
  const [own] = organisations;
  return (
    <Card title={t("filters.title")}>
      <Form
        key={JSON.stringify(values)}
        method="get"
        action="/verantwoording"
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
        {account.isOwn ? (
          <>
            <SelectField
              name="gebied"
              label={t("filters.scope")}
              empty={t("filters.allScopes")}
              options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
              optional
            />
            <SelectField
              name="perspectief"
              label={t("filters.perspective")}
              empty={t("filters.allPerspectives")}
              options={perspectives.map(({ key, name }) => ({
                value: key,
                label: textIn(name, language),
              }))}
              optional
            />
          </>
        ) : null}
        <FormActions>
          <SubmitButton purpose="secondary">{terms("filter")}</SubmitButton>
          <Link className="nl-button nl-button--subtle" to="/verantwoording">
            {terms("clearFilters")}
          </Link>
        </FormActions>
      </Form>
    </Card>
  );
}

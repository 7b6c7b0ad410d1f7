import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { DateField, Form, FormActions, SelectField, SubmitButton } from "../form/index.ts";

type Named = { id: string; name: string };

type FilterFormProps = {
  /** The page that it filters. */
  action: string;
  values: { van: string; tot: string; organisatie: string; gebied: string; perspectief?: string };
  organisations: readonly Named[];
  /** Of the organisation that is shown; null when its parts are not. */
  scopes: readonly Named[] | null;
  /** Filters of this page only. */
  children?: ReactNode;
};

/** Period, organisation and scope of a page of the account; they stand in its address. */
export function FilterForm({ action, values, organisations, scopes, children }: FilterFormProps) {
  const { t } = useTranslation(["account-figures", "terms"]);
  const [own] = organisations;
  return (
    <Card title={t("filters.title")}>
      <Form
        key={JSON.stringify(values)}
        method="get"
        action={action}
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
        {scopes ? (
          <SelectField
            name="gebied"
            label={t("filters.scope")}
            empty={t("filters.allScopes")}
            options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        ) : null}
        {children}
        <FormActions>
          <SubmitButton purpose="secondary">{t("terms:filter")}</SubmitButton>
          <Link className="nl-button nl-button--subtle" to={action}>
            {t("terms:clearFilters")}
          </Link>
        </FormActions>
      </Form>
    </Card>
  );
}

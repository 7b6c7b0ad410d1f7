import { useTranslation } from "#app/i18n/use-translation.ts";
import { viewNames } from "#app/schemas/rule-filters.ts";
import type { RuleListPage } from "#app/schemas/rule-view.ts";
import { Card } from "../card.tsx";
import { Form, FormActions, SelectField, SubmitButton } from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";

/** Which rules the list shows. */
export function RuleFilter({ page: { filters, scopes } }: { page: RuleListPage }) {
  const { t } = useTranslation("rules");
  const { t: terms } = useTranslation();
  const { view, scope } = filters;
  const views = Object.entries(viewNames);
  const values = {
    toon: views.find(([, known]) => known === view)?.[0] ?? "",
    regelgebied: scope ?? "",
  };
  return (
    <Card>
      <Form
        method="get"
        action="/regels"
        values={values}
        key={JSON.stringify(values)}
        className="mw-form--inline"
      >
        <SelectField
          name="toon"
          label={t("list.view")}
          empty={t("list.allViews")}
          options={views.map(([value, known]) => ({ value, label: t(`list.views.${known}`) }))}
          optional
        />
        <SelectField
          name="regelgebied"
          label={t("field.scope")}
          empty={t("list.allScopes")}
          options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <FormActions>
          <SubmitButton purpose="secondary">{terms("filter")}</SubmitButton>
          {view !== null || scope !== null ? (
            <LinkButton purpose="subtle" to="/regels">
              {terms("clearFilters")}
            </LinkButton>
          ) : null}
        </FormActions>
      </Form>
    </Card>
  );
}

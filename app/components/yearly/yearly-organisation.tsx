import { useTranslation } from "#app/i18n/use-translation.ts";
import type { YearlyPage } from "#app/schemas/yearly.ts";
import { Form, FormActions, SelectField, SubmitButton } from "../form/index.ts";
import { TextLink } from "../text-link.tsx";

/** Other years, and other organisations that share their precedents. */
export function YearlyOrganisation({ page }: { page: YearlyPage }) {
  const { t } = useTranslation(["yearly", "account-figures"]);
  const { year, years, organisation, organisations, isOwn } = page;
  const [own] = organisations;
  const query = isOwn ? "" : `?organisatie=${organisation.id}`;
  return (
    <div className="mw-screen-only">
      <nav aria-label={t("otherYears")} className="mw-account__contents">
        <ul>
          {years.map((one) => (
            <li key={one}>
              <TextLink
                to={`/verantwoording/stand/${one}${query}`}
                aria-current={one === year ? "page" : undefined}
              >
                {one}
              </TextLink>
            </li>
          ))}
        </ul>
      </nav>
      {organisations.length > 1 ? (
        <Form
          key={organisation.id}
          method="get"
          action={`/verantwoording/stand/${year}`}
          values={{ organisatie: organisation.id }}
          className="mw-form--inline"
        >
          <SelectField
            name="organisatie"
            label={t("organisation")}
            description={t("account-figures:filters.yearOnly")}
            empty={false}
            options={organisations.map(({ id, name }) => ({
              value: id,
              label: id === own?.id ? t("account-figures:filters.ownOrganisation", { name }) : name,
            }))}
            optional
          />
          <FormActions>
            <SubmitButton purpose="secondary">{t("show")}</SubmitButton>
          </FormActions>
        </Form>
      ) : null}
    </div>
  );
}

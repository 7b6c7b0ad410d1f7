import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AccountPage } from "#app/schemas/account-view.ts";
import { SelectField } from "../form/index.ts";
import { FilterForm } from "./filter-form.tsx";

/** The filters of the account; they stand in the address. */
export function AccountFilterForm({ page }: { page: AccountPage }) {
  const { t, language } = useTranslation("account-figures");
  const { account, organisations, scopes, perspectives } = page;
  return (
    <FilterForm
      action="/verantwoording"
      values={{
        van: account.period.from,
        tot: account.period.until,
        organisatie: account.organisation.id,
        gebied: account.scope?.id ?? "",
        perspectief: account.perspective ?? "",
      }}
      organisations={organisations}
      scopes={account.isOwn ? scopes : null}
    >
      {account.isOwn ? (
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
      ) : null}
    </FilterForm>
  );
}

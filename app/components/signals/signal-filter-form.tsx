import { Link } from "@remix-run/react";
import { signalSources, signalStatuses } from "#app/domain/signal.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SignalFilters } from "#app/schemas/signal-filters.ts";
import { Card } from "../card.tsx";
import {
  CheckboxField,
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
} from "../form/index.ts";

type FilterProps = {
  filters: Partial<SignalFilters>;
  isFiltered: boolean;
  scopes: readonly { id: string; name: string }[];
};

/** Sending the filters begins at the first page of the list. */
export function SignalFilterForm({ filters, isFiltered, scopes }: FilterProps) {
  const { t } = useTranslation("signals");
  const { t: terms } = useTranslation();
  const values = { ...filters, mijn: filters.mijn === "ja" };
  const statuses = signalStatuses.map((value) => ({ value, label: t(`status.${value}`) }));
  return (
    <Card title={t("list.filters")}>
      <Form method="get" action="/signalen" values={values} className="mw-form--inline">
        {filters.jaar === undefined ? null : (
          <>
            <p>{t(`list.ofYear.${filters.welke ?? "all"}`, { year: filters.jaar })}</p>
            <HiddenField name="jaar" value={String(filters.jaar)} />
            {filters.welke ? <HiddenField name="welke" value={filters.welke} /> : null}
          </>
        )}
        {filters.open === undefined ? null : (
          <>
            <p>{t(`list.openNow.${filters.open}`)}</p>
            <HiddenField name="open" value={filters.open} />
          </>
        )}
        <SelectField
          name="status"
          label={t("list.status")}
          empty={t("list.openStatuses")}
          options={[...statuses, { value: "alle", label: t("list.allStatuses") }]}
          optional
        />
        <SelectField
          name="gebied"
          label={t("list.scope")}
          empty={t("list.allScopes")}
          options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <SelectField
          name="bron"
          label={t("list.source")}
          empty={t("list.allSources")}
          options={signalSources.map((value) => ({ value, label: t(`source.${value}`) }))}
          optional
        />
        <CheckboxField name="mijn" value="ja" label={t("list.mine")} />
        <FormActions>
          <SubmitButton purpose="secondary">{terms("filter")}</SubmitButton>
          {isFiltered ? (
            <Link className="nl-button nl-button--subtle" to="/signalen">
              {terms("clearFilters")}
            </Link>
          ) : null}
        </FormActions>
      </Form>
    </Card>
  );
}

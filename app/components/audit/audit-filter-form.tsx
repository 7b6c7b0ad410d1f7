import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AuditFilters } from "#app/schemas/audit-filters.ts";
import type { KindGroup } from "#app/schemas/audit-view.ts";
import { Card } from "../card.tsx";
import {
  DateField,
  Form,
  FormActions,
  SelectField,
  SubmitButton,
  TextField,
  type Choice,
} from "../form/index.ts";

type Shown = {
  filters: AuditFilters;
  people: readonly { id: string; name: string }[];
  sessions: readonly { id: string; title: string; startsAt: number }[];
  kinds: readonly KindGroup[];
};

export function AuditFilterForm({ filters, people, sessions, kinds }: Shown) {
  const { t } = useTranslation("audit");
  const format = useFormat();
  const choices = useKindChoices(kinds);
  return (
    <FilterCard action="/audit" filters={filters}>
      <PersonField people={people} />
      <SelectField
        name="soort"
        label={t("subject")}
        empty={t("allSubjects")}
        options={choices}
        optional
      />
      <CaseField />
      <SelectField
        name="zitting"
        label={t("session")}
        empty={t("allSessions")}
        options={sessions.map(({ id, title, startsAt }) => ({
          value: id,
          label: `${format.date(startsAt)} ${title}`,
        }))}
        optional
      />
      <PeriodFields />
    </FilterCard>
  );
}

/** Each subject as a whole, and then its kinds one by one. */
function useKindChoices(kinds: readonly KindGroup[]): Choice[] {
  const { t } = useTranslation("audit");
  const words = t as unknown as (key: string, values?: Record<string, string>) => string;
  return kinds.flatMap((group) => {
    const subject = words(`subjectName.${group.subject}`, { defaultValue: group.subject });
    const one = group.kinds.map((kind) => ({
      value: kind,
      label: t("oneOf", { subject, kind: words(`event.${kind}`) }),
    }));
    return [{ value: group.subject, label: t("allOf", { subject }) }, ...one];
  });
}

type FilterCardProps = {
  action: string;
  filters: object;
  children: ReactNode;
};

/** Filters of a list that is paged: sending them begins at its first page. */
export function FilterCard({ action, filters, children }: FilterCardProps) {
  const { t } = useTranslation("audit");
  const { t: terms } = useTranslation();
  return (
    <Card title={t("filters")}>
      <Form method="get" action={action} values={filters} className="mw-form--inline">
        {children}
        <FormActions>
          <SubmitButton purpose="secondary">{terms("filter")}</SubmitButton>
          <Link className="nl-button nl-button--subtle" to={action}>
            {terms("clearFilters")}
          </Link>
        </FormActions>
      </Form>
    </Card>
  );
}

export function PersonField({ people }: Pick<Shown, "people">) {
  const { t } = useTranslation("audit");
  return (
    <SelectField
      name="persoon"
      label={t("person")}
      empty={t("allPeople")}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      optional
    />
  );
}

export function CaseField() {
  const { t } = useTranslation("audit");
  return (
    <TextField
      name="casus"
      label={t("caseNumber")}
      description={t("caseNumberHint")}
      width="medium"
      autoComplete="off"
      optional
    />
  );
}

export function PeriodFields() {
  const { t } = useTranslation("audit");
  return (
    <>
      <DateField name="van" label={t("from")} optional />
      <DateField name="tot" label={t("until")} optional />
    </>
  );
}

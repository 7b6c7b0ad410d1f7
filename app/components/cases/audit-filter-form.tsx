import { Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AuditFilters } from "#app/schemas/audit-filters.ts";
import { auditSubjects } from "#app/schemas/audit-subjects.ts";
import { Card } from "../card.tsx";
import {
  DateField,
  Form,
  FormActions,
  SelectField,
  SubmitButton,
  TextField,
} from "../form/index.ts";

type AuditFilterFormProps = {
  filters: AuditFilters;
  people: readonly { id: string; name: string }[];
};

export function AuditFilterForm({ filters, people }: AuditFilterFormProps) {
  const { t } = useTranslation("audit");
  const { t: terms } = useTranslation();
  return (
    <Card title={t("filters")}>
      <Form method="get" action="/audit" values={filters} className="mw-form--inline">
        <SelectField
          name="persoon"
          label={t("person")}
          empty={t("allPeople")}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <SelectField
          name="soort"
          label={t("subject")}
          empty={t("allSubjects")}
          options={auditSubjects.map((value) => ({ value, label: t(`subjectName.${value}`) }))}
          optional
        />
        <TextField
          name="casus"
          label={t("caseNumber")}
          description={t("caseNumberHint")}
          width="medium"
          autoComplete="off"
          optional
        />
        <DateField name="van" label={t("from")} optional />
        <DateField name="tot" label={t("until")} optional />
        <FormActions>
          <SubmitButton purpose="secondary">{terms("filter")}</SubmitButton>
          <Link className="nl-button nl-button--subtle" to="/audit">
            {terms("clearFilters")}
          </Link>
        </FormActions>
      </Form>
    </Card>
  );
}

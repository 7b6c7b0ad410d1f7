import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { ConflictItem } from "#app/schemas/case-list-view.ts";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { DateTime } from "../date-time.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextArea,
} from "../form/index.ts";

const fetchConflictOfInterestSchema = () =>
  import("#app/schemas/case-file.ts").then((module) => module.conflictOfInterestSchema);

type InterestTableProps = {
  conflicts: readonly ConflictItem[];
  result: FormResult | undefined;
};

/** Who must not score this case, and why. */
export function InterestTable({ conflicts, result }: InterestTableProps) {
  const { t } = useTranslation("cases");
  if (conflicts.length === 0) return <p className="mw-soft">{t("interest.none")}</p>;
  return (
    <DataTable
      caption={t("interest.caption")}
      rows={conflicts}
      rowKey={({ personId }) => personId}
      columns={[
        { key: "name", label: t("interest.person"), rowHeader: true, cell: ({ name }) => name },
        { key: "reason", label: t("interest.reason"), cell: ({ reason }) => reason },
        {
          key: "since",
          label: t("interest.since"),
          cell: ({ declaredAt }) => <DateTime moment={declaredAt} />,
        },
        {
          key: "withdraw",
          label: t("interest.withdraw"),
          cell: ({ personId, name, mayWithdraw }) =>
            mayWithdraw ? (
              <Form
                intent="withdraw"
                result={result?.values.personId === personId ? result : undefined}
                warnOnLeave={false}
              >
                <HiddenField name="personId" value={personId} />
                <SubmitButton purpose="secondary">
                  {t("interest.withdrawLabel", { name })}
                </SubmitButton>
              </Form>
            ) : null,
        },
      ]}
    />
  );
}

type InterestFormProps = {
  people: readonly { id: string; name: string }[];
  result: FormResult | undefined;
};

export function InterestForm({ people, result }: InterestFormProps) {
  const { t } = useTranslation("cases");
  const [only] = people;
  if (!only) return <p className="mw-soft">{t("interest.noneToDeclare")}</p>;
  return (
    <Card title={t("interest.declare")}>
      <p className="nl-paragraph">{t("interest.consequence")}</p>
      <Form intent="declare" schema={fetchConflictOfInterestSchema} result={result}>
        <SelectField
          name="personId"
          label={t("interest.person")}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea
          name="reason"
          label={t("interest.reason")}
          description={t("interest.reasonHint")}
          rows={2}
          max={2000}
        />
        <FormActions>
          <SubmitButton>{t("interest.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

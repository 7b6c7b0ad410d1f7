import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { HoldView } from "#app/schemas/retention.ts";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextArea } from "../form/index.ts";
import { resultOf } from "../result-of.ts";
import { WhoWhen } from "./destruction-table.tsx";

const fetchSchema = () =>
  import("#app/schemas/retention.ts").then((module) => module.caseRetentionSchema);

type CaseHoldsProps = { holds: readonly HoldView[]; result: FormResult | undefined };

/** What keeps a case from going, and placing and lifting that. */
export function CaseHolds({ holds, result }: CaseHoldsProps) {
  const { t } = useTranslation("retention");
  return (
    <Card title={t("casePage.holds")}>
      <p className="nl-paragraph">{t("casePage.holdsText")}</p>
      {holds.length > 0 ? <HoldTable holds={holds} result={result} /> : null}
      <Form intent="hold" schema={fetchSchema} result={resultOf(result, "hold")}>
        <TextArea name="reason" label={t("casePage.reason")} rows={2} max={1000} />
        <FormActions>
          <SubmitButton purpose="secondary">{t("casePage.hold")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function HoldTable({ holds, result }: CaseHoldsProps) {
  const { t } = useTranslation("retention");
  const lift = resultOf(result, "lift");
  return (
    <DataTable
      caption={t("casePage.holdsCaption")}
      hideCaption
      rows={holds}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "reason",
          label: t("casePage.reason"),
          rowHeader: true,
          cell: ({ reason }) => reason,
        },
        {
          key: "placed",
          label: t("casePage.placed"),
          cell: ({ placedBy, placedAt }) => <WhoWhen who={placedBy} when={placedAt} />,
        },
        {
          key: "lifted",
          label: t("casePage.lifted"),
          cell: ({ id, liftedBy, liftedAt }) =>
            liftedAt === null ? (
              <Form
                intent="lift"
                result={lift?.values.holdId === id ? lift : undefined}
                warnOnLeave={false}
              >
                <HiddenField name="holdId" value={id} />
                <SubmitButton purpose="secondary">{t("casePage.lift")}</SubmitButton>
              </Form>
            ) : (
              <WhoWhen who={liftedBy} when={liftedAt} />
            ),
        },
      ]}
    />
  );
}

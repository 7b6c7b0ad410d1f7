import { textIn } from "#app/domain/local-text.ts";
import type { ItemPhase } from "#app/domain/session.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { WeightsOrigin as Origin } from "#app/schemas/weighing-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "../form/index.ts";
import { useWeightLabels, useWeightValues, WeightFields, type Weighted } from "./weight-fields.tsx";
import { WeightsOrigin } from "./weights-origin.tsx";

const panelSchema = () => import("#app/schemas/panel.ts").then((module) => module.panelSchema);

type WeightsFormProps = {
  phase: ItemPhase;
  version: number;
  begun: boolean;
  perspectives: Weighted[];
  weighed: Origin;
  result: FormResult | undefined;
};

/** How heavy each perspective weighs in the ranking and what is a pass; fixed by the first rating. */
export function WeightsForm(props: WeightsFormProps) {
  const { phase, version, begun, perspectives, weighed, result } = props;
  const { t } = useTranslation("sessions");
  const { t: terms } = useTranslation();
  const values = useWeightValues(perspectives, weighed);
  const labels = useWeightLabels(perspectives);
  const fixed = begun || phase === "revealed" || phase === "concluded";
  return (
    <Card title={t("weights.title")}>
      <p>{t("weights.text")}</p>
      {fixed ? (
        <>
          <Alert>{t("weights.fixed")}</Alert>
          <WeightsTable perspectives={perspectives} weighed={weighed} />
        </>
      ) : null}
      {fixed && !result ? null : (
        <Form
          schema={panelSchema}
          values={values}
          intent="weights"
          result={result}
          labels={{ ...labels, method: t("weights.method") }}
        >
          <HiddenField name="version" value={version} />
          <WeightFields perspectives={perspectives} />
          <FormActions>
            <SubmitButton>{terms("save")}</SubmitButton>
          </FormActions>
        </Form>
      )}
    </Card>
  );
}

type WeightsTableProps = { perspectives: Weighted[]; weighed: Origin | null };

/** Weights and pass marks as they stand, and how the weights came about. */
export function WeightsTable({ perspectives, weighed }: WeightsTableProps) {
  const { t, language } = useTranslation("sessions");
  const format = useFormat();
  return (
    <>
      <DataTable
        caption={t("weights.title")}
        hideCaption
        rows={perspectives}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "name",
            label: t("weights.perspective"),
            rowHeader: true,
            cell: ({ name }) => textIn(name, language),
          },
          {
            key: "weight",
            label: t("weights.weight"),
            numeric: true,
            cell: ({ weight }) => format.percent(weight),
          },
          {
            key: "passMark",
            label: t("weights.passMark"),
            numeric: true,
            cell: ({ passMark }) => format.decimal(passMark),
          },
        ]}
      />
      <WeightsOrigin perspectives={perspectives} weighed={weighed} />
    </>
  );
}

import { textIn, type LocalText } from "#app/domain/local-text.ts";
import type { ItemPhase } from "#app/domain/session.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { shareText } from "#app/schemas/weights.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { DataTable } from "../data-table.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextField } from "../form/index.ts";

const panelSchema = () => import("#app/schemas/panel.ts").then((module) => module.panelSchema);

export type Weighted = { key: string; name: LocalText; weight: number; passMark: number };

type WeightsFormProps = {
  phase: ItemPhase;
  version: number;
  begun: boolean;
  perspectives: Weighted[];
  result: FormResult | undefined;
};

/** How heavy each perspective weighs in the ranking and what is a pass; fixed by the first rating. */
export function WeightsForm({ phase, version, begun, perspectives, result }: WeightsFormProps) {
  const { t } = useTranslation("sessions");
  const { t: terms } = useTranslation();
  const values = useWeightValues(perspectives);
  const fixed = begun || phase === "revealed" || phase === "concluded";
  return (
    <Card title={t("weights.title")}>
      <p>{t("weights.text")}</p>
      {fixed ? (
        <>
          <Alert>{t("weights.fixed")}</Alert>
          <WeightsTable perspectives={perspectives} />
        </>
      ) : null}
      {fixed && !result ? null : (
        <Form
          schema={panelSchema}
          values={values}
          intent="weights"
          result={result}
          labels={weightLabels(perspectives, t("weights.weight"), t("weights.passMark"))}
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

/** The weights as people type them, in the language of the page. */
export function useWeightValues(perspectives: Weighted[]) {
  const { language } = useTranslation();
  const mark = language === "nl" ? "," : ".";
  return {
    perspectives: perspectives.map(({ weight, passMark }) => ({
      weight: shareText(weight, mark),
      passMark: String(passMark).replace(".", mark),
    })),
  };
}

export function weightLabels(perspectives: Weighted[], weight: string, passMark: string) {
  const labels = perspectives.flatMap((_, place) => [
    [`perspectives.${place}.weight`, weight],
    [`perspectives.${place}.passMark`, passMark],
  ]);
  return Object.fromEntries(labels) as Record<string, string>;
}

export function WeightFields({ perspectives }: { perspectives: Weighted[] }) {
  const { t, language } = useTranslation("sessions");
  return (
    <div className="mw-weights">
      {perspectives.map(({ key, name }, place) => (
        <fieldset key={key} className="mw-weights__perspective">
          <legend className="mw-field__label">{textIn(name, language)}</legend>
          <HiddenField name={`perspectives.${place}.key`} value={key} />
          <TextField
            name={`perspectives.${place}.weight`}
            label={t("weights.weight")}
            description={place === 0 ? t("weights.weightHint") : undefined}
            width="short"
            autoComplete="off"
          />
          <TextField
            name={`perspectives.${place}.passMark`}
            label={t("weights.passMark")}
            description={place === 0 ? t("weights.passMarkHint") : undefined}
            width="short"
            inputMode="decimal"
            autoComplete="off"
          />
        </fieldset>
      ))}
    </div>
  );
}

/** Weights and pass marks as they stand. */
export function WeightsTable({ perspectives }: { perspectives: Weighted[] }) {
  const { t, language } = useTranslation("sessions");
  const format = useFormat();
  return (
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
  );
}

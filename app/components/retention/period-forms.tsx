import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { PeriodView } from "#app/schemas/retention.ts";
import { Card } from "../card.tsx";
import { Columns } from "../columns.tsx";
import { Form, FormActions, HiddenField, SubmitButton, TextField } from "../form/index.ts";

const fetchSchema = () =>
  import("#app/schemas/retention.ts").then((module) => module.retentionSchema);

type PeriodFormsProps = { periods: readonly PeriodView[]; result: FormResult | undefined };

/** A form per way in which a case ends. */
export function PeriodForms({ periods, result }: PeriodFormsProps) {
  const { t } = useTranslation("retention");
  return (
    <>
      <h2 className="nl-heading nl-heading--level-2">{t("periods")}</h2>
      <p className="nl-paragraph">{t("periodsText")}</p>
      <Columns layout="3">
        {periods.map((period) => (
          <PeriodForm
            key={period.outcome}
            period={period}
            result={result?.values.outcome === period.outcome ? result : undefined}
          />
        ))}
      </Columns>
    </>
  );
}

type PeriodFormProps = { period: PeriodView; result: FormResult | undefined };

function PeriodForm({ period, result }: PeriodFormProps) {
  const { t } = useTranslation("retention");
  const { outcome, months, source, version } = period;
  const isChosen = version > 0;
  const values = { months, source: isChosen ? source : t("ownChoice") };
  return (
    <Card title={t(`outcome.${outcome}`)}>
      {isChosen ? null : <p className="mw-soft">{t("notChosen")}</p>}
      <Form schema={fetchSchema} values={values} result={result}>
        <HiddenField name="outcome" value={outcome} />
        <HiddenField name="version" value={version} />
        <TextField name="months" label={t("months")} inputMode="numeric" width="short" />
        <TextField name="source" label={t("source")} description={t("sourceHint")} />
        <FormActions>
          <SubmitButton>{t("savePeriod")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

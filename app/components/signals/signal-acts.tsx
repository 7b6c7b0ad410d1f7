import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SelectField,
  SubmitButton,
  TextArea,
} from "../form/index.ts";
import { resultOf } from "../result-of.ts";
import type { SignalPartProps } from "./signal-about.tsx";
import { fetchSignalForm } from "./signal-form.ts";

/** A next step, a note, or going on as another signal; for who looks after signals. */
export function SignalActs({ page, result }: SignalPartProps) {
  const { t } = useTranslation("signals");
  if (!page.may.edit) return null;
  const moving = resultOf(result, "status");
  return (
    <Card title={t("statusForm.title")}>
      <Form intent="status" schema={fetchSignalForm} result={moving}>
        <HiddenField name="version" value={page.signal.version} />
        <SelectField
          name="status"
          label={t("statusForm.to")}
          options={page.moves.map((value) => ({ value, label: t(`status.${value}`) }))}
        />
        <TextArea
          name="reason"
          label={t("statusForm.reason")}
          description={t("statusForm.reasonHint")}
          rows={3}
          max={4_000}
          optional
        />
        <FormActions>
          <SubmitButton intent="status" purpose="secondary">
            {t("statusForm.save")}
          </SubmitButton>
        </FormActions>
      </Form>
      <AddNote result={result} />
      {page.others.length > 0 ? <Merge page={page} result={result} /> : null}
    </Card>
  );
}

function AddNote({ result }: Pick<SignalPartProps, "result">) {
  const { t } = useTranslation("signals");
  const given = resultOf(result, "note");
  return (
    <Disclosure summary={t("noteForm.title")} open={given !== undefined}>
      <Form intent="note" schema={fetchSignalForm} result={given}>
        <TextArea name="note" label={t("noteForm.field")} rows={3} max={4_000} />
        <FormActions>
          <SubmitButton intent="note" purpose="secondary">
            {t("noteForm.save")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

function Merge({ page: { signal, others }, result }: SignalPartProps) {
  const { t } = useTranslation("signals");
  const given = resultOf(result, "merge");
  return (
    <Disclosure summary={t("merge.title")} open={given !== undefined}>
      <p>{t("merge.text")}</p>
      <Form intent="merge" schema={fetchSignalForm} result={given}>
        <HiddenField name="version" value={signal.version} />
        <SelectField
          name="into"
          label={t("merge.into")}
          empty={t("merge.choose")}
          options={others.map(({ id, number, title }) => ({
            value: id,
            label: `${number} ${title}`,
          }))}
        />
        <FormActions>
          <SubmitButton intent="merge" purpose="secondary" negative>
            {t("merge.save")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

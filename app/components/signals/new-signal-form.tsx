import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { NewSignalPage } from "#app/schemas/signal-view.ts";
import { Card } from "../card.tsx";
import {
  CheckboxGroup,
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { Prose } from "../prose.tsx";

const fetchNewSignal = () => import("#app/schemas/signal.ts").then((module) => module.newSignal);

type NewSignalProps = { page: NewSignalPage; result: FormResult | undefined };

/** Incident or structural, and for what is structural the words of the signal. */
export function NewSignalForm({ page, result }: NewSignalProps) {
  const { t } = useTranslation("signals");
  const { from, sources, scopeId, scopes, cases } = page;
  const { caseId } = from;
  // The case it comes from belongs to it anyway.
  const choices = caseId === null ? cases : [];
  return (
    <Card>
      <Form
        schema={fetchNewSignal}
        values={{
          kind: "",
          title: "",
          description: "",
          scopeId: scopeId ?? "",
          source: sources[0],
        }}
        result={result}
      >
        <HiddenField name="caseId" value={caseId ?? ""} />
        <HiddenField name="sessionId" value={from.sessionId ?? ""} />
        <HiddenField name="doorId" value={from.doorId ?? ""} />
        <RadioGroup
          name="kind"
          label={t("new.kind")}
          options={(["structural", "incident"] as const).map((value) => ({
            value,
            label: t(`new.${value}`),
            description: t(`new.${value}Text`),
          }))}
        />
        <TextField
          name="title"
          label={t("new.titleField")}
          description={t("new.titleHint")}
          optional
        />
        <TextArea
          name="description"
          label={t("new.description")}
          description={t("new.descriptionHint")}
          max={4_000}
          optional
        />
        <SelectField
          name="scopeId"
          label={t("new.scope")}
          empty={t("new.noScope")}
          options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        {sources.length > 1 ? (
          <RadioGroup
            name="source"
            label={t("new.source")}
            options={sources.map((value) => ({ value, label: t(`source.${value}`) }))}
          />
        ) : (
          <HiddenField name="source" value={sources[0] ?? "unease"} />
        )}
        {choices.length > 0 ? (
          <CheckboxGroup
            name="caseIds"
            label={t("new.cases")}
            options={choices.map(({ id, number, title }) => ({
              value: id,
              label: `${number} ${title}`,
            }))}
            optional
          />
        ) : null}
        <FormActions>
          <SubmitButton>{t("new.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

/** What there is to read at the source. */
export function NewSignalFrom({ page: { from } }: { page: NewSignalPage }) {
  const { t } = useTranslation("signals");
  const { label, title, text } = from.about;
  if (label === null) return null;
  return (
    <Card title={t(`new.from.${label}`)} tone="quiet">
      <p>{title}</p>
      {text === "" ? null : (
        <>
          <h3 className="nl-heading nl-heading--level-4">
            {t(label === "wrong_door" ? "new.question" : "new.unease")}
          </h3>
          <Prose text={text} />
        </>
      )}
    </Card>
  );
}

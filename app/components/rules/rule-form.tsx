import { textIn } from "#app/domain/local-text.ts";
import { outcomeLevels } from "#app/domain/option.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { isRowsResult } from "#app/schemas/form-rows.ts";
import type { RuleEditor, Suggested } from "#app/schemas/rule-view.ts";
import { Alert } from "../alert.tsx";
import {
  DateField,
  Fieldset,
  Form,
  FormActions,
  HiddenField,
  RadioGroup,
  SelectField,
  SubmitButton,
  TextArea,
  TextField,
} from "../form/index.ts";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";
import { ConditionFields } from "./condition-fields.tsx";

const fetchRuleForm = () => import("#app/schemas/policy-rule.ts").then((module) => module.ruleForm);

type RuleFormProps = {
  editor: RuleEditor;
  result: FormResult | undefined;
  suggested: Suggested | null;
};

/** A draft of a rule: scope and outcome, conditions, text and term. */
export function RuleForm({ editor, result, suggested }: RuleFormProps) {
  const { t } = useTranslation("rules");
  const { t: terms } = useTranslation();
  const { rule, values, facts, scopes } = editor;
  return (
    <Form
      key={isRowsResult(result) ? result.stamp : `${rule?.id ?? "new"}.${values.version}`}
      intent="save"
      schema={fetchRuleForm}
      values={values}
      result={result}
      labels={useRuleLabels(editor)}
      className="mw-form--wide"
    >
      <HiddenField name="version" value={values.version} />
      <HiddenField name="signalId" value={values.signalId} />
      <Fieldset legend={t("edit.about")}>
        <TextField
          name="title"
          label={t("field.title")}
          description={t("field.titleHint")}
          autoComplete="off"
        />
        <SelectField
          name="scopeId"
          label={t("field.scope")}
          description={t("field.scopeHint")}
          options={scopes.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <RadioGroup
          name="level"
          label={t("field.level")}
          options={outcomeLevels.map((level) => ({
            value: String(level),
            label: terms(`level.${level}`),
          }))}
        />
        <TextArea
          name="lawReferences"
          label={t("field.lawReferences")}
          description={t("field.lawReferencesHint")}
          rows={3}
          optional
        />
      </Fieldset>
      <Fieldset legend={t("edit.conditions")} description={<p>{t("edit.conditionsHint")}</p>}>
        <SuggestPart editor={editor} suggested={suggested} />
        <ConditionFields facts={facts} chosen={chosenIn(values, result)} />
        <TryButton />
      </Fieldset>
      <StoryFields />
      <FormActions>
        <SubmitButton>{t("edit.save")}</SubmitButton>
        <LinkButton purpose="subtle" to={rule ? `/regels/${rule.id}` : "/regels"}>
          {terms("cancel")}
        </LinkButton>
      </FormActions>
    </Form>
  );
}

/** Facts with a choice or a bound, as the form comes on the screen. */
function chosenIn(values: RuleEditor["values"], result: FormResult | undefined): Set<string> {
  if (!result) return new Set([...Object.keys(values.facts), ...Object.keys(values.bounds)]);
  const named = Object.entries(result.values).flatMap(([name, value]) => {
    const [, id] = /^(?:facts\.([^.]+)|bounds\.[^.]+\.(?:least|most))$/.exec(name) ?? [];
    const [, bounded] = /^bounds\.([^.]+)\.(?:least|most)$/.exec(name) ?? [];
    return value === "" ? [] : [id ?? bounded].filter((known) => known !== undefined);
  });
  return new Set(named);
}

function TryButton() {
  const { t } = useTranslation("rules");
  return (
    <div className="mw-field">
      <SubmitButton intent="try" purpose="secondary" skipsValidation aria-describedby="try-hint">
        {t("edit.try")}
      </SubmitButton>
      <p className="mw-hint" id="try-hint">
        {t("edit.tryHint")}
      </p>
    </div>
  );
}

function StoryFields() {
  const { t } = useTranslation("rules");
  return (
    <>
      <Fieldset legend={t("edit.story")}>
        <TextArea
          name="text"
          label={t("field.text")}
          description={t("field.textHint")}
          max={10_000}
        />
        <TextArea
          name="explanation"
          label={t("field.explanation")}
          description={t("field.explanationHint")}
          max={20_000}
          optional
        />
      </Fieldset>
      <Fieldset legend={t("edit.term")}>
        <DateField
          name="validFrom"
          label={t("field.validFrom")}
          description={t("field.validFromHint")}
          optional
        />
        <DateField
          name="validUntil"
          label={t("field.validUntil")}
          description={t("field.validUntilHint")}
          optional
        />
      </Fieldset>
    </>
  );
}

type SuggestPartProps = { editor: RuleEditor; suggested: Suggested | null };

/** Conditions that follow from the cases of a signal, for a rule that began with one. */
function SuggestPart({ editor: { signal, values }, suggested }: SuggestPartProps) {
  const { t } = useTranslation("rules");
  if (values.signalId === "") return <p className="mw-hint">{t("edit.noSignal")}</p>;
  return (
    <>
      {signal ? (
        <p>
          <TextLink to={`/signalen/${signal.id}`}>{t("edit.fromSignal", signal)}</TextLink>
        </p>
      ) : null}
      {suggested ? <SuggestedWords suggested={suggested} /> : null}
      <div className="mw-field">
        <SubmitButton
          intent="suggest"
          purpose="secondary"
          skipsValidation
          aria-describedby="suggest-hint"
        >
          {t("edit.suggest")}
        </SubmitButton>
        <p className="mw-hint" id="suggest-hint">
          {t("edit.suggestHint")}
        </p>
      </div>
    </>
  );
}

function SuggestedWords({ suggested }: { suggested: Suggested }) {
  const { t, language } = useTranslation("rules");
  const format = useFormat();
  const { mustHold, mustNotHold, bounded, cannotExclude, isSmallest } = suggested;
  const labels = (facts: Suggested["mustHold"]) =>
    format.list(facts.map(({ label }) => textIn(label, language)));
  const isEmpty = mustHold.length + mustNotHold.length + bounded.length === 0;
  return (
    <Alert title={t("suggested.title")} kind={cannotExclude > 0 ? "warning" : "info"}>
      {isEmpty ? <p>{t("suggested.none")}</p> : null}
      {mustHold.length > 0 ? <p>{t("suggested.text", { facts: labels(mustHold) })}</p> : null}
      {mustNotHold.length > 0 ? <p>{t("suggested.not", { facts: labels(mustNotHold) })}</p> : null}
      {bounded.length > 0 ? <p>{t("suggested.bounds", { facts: labels(bounded) })}</p> : null}
      <p>
        {cannotExclude > 0
          ? t("suggested.cannotExclude", { count: cannotExclude })
          : isEmpty
            ? null
            : t("suggested.excludes")}
      </p>
      {isSmallest ? null : <p>{t("suggested.maybeFewer")}</p>}
    </Alert>
  );
}

/** The words of the fields for a summary above the form, which cannot look inside. */
function useRuleLabels({ facts }: RuleEditor): Record<string, string> {
  const { t, language } = useTranslation("rules");
  const names = [
    ...(["title", "scopeId", "level", "lawReferences", "text", "explanation"] as const),
    ...(["validFrom", "validUntil", "facts", "bounds"] as const),
  ];
  const own = names.map((name) => [name, t(`field.${name === "scopeId" ? "scope" : name}`)]);
  const bounds = facts.flatMap(({ id, label, measure }) => {
    const fact = textIn(label, language);
    if (!measure) return [];
    return (["least", "most"] as const).map((end) => [
      `bounds.${id}.${end}`,
      t(`choice.${end}`, { fact }),
    ]);
  });
  return Object.fromEntries([...own, ...bounds]) as Record<string, string>;
}

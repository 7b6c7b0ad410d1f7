import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { numbersSeen } from "#app/schemas/rule-numbers.ts";
import type { RulePage } from "#app/schemas/rule-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { Disclosure } from "../disclosure.tsx";
import {
  CheckboxField,
  DateField,
  Form,
  FormActions,
  HiddenField,
  SubmitButton,
  TextArea,
} from "../form/index.ts";
import { resultOf } from "../result-of.ts";

const fetchRuleActForm = () =>
  import("#app/schemas/policy-rule.ts").then((module) => module.ruleActForm);

type ActProps = { page: RulePage; result: FormResult | undefined };

/** What this person can do with a rule. */
export function RuleActs({ page, result }: ActProps) {
  const { may } = page;
  return (
    <>
      {may.adopt ? <Adopt page={page} result={result} /> : null}
      {may.revise ? <Revise page={page} result={result} /> : null}
      {may.end ? <End page={page} result={result} /> : null}
      {may.discard ? <Discard page={page} result={result} /> : null}
    </>
  );
}

function Adopt({ page, result: given }: ActProps) {
  const { t } = useTranslation("rules");
  const { rule, tried, hasConditions, today } = page;
  const result = resultOf(given, "adopt");
  if (!hasConditions || !tried) {
    return (
      <Card title={t("act.adopt")}>
        <p>{t("act.adoptNoConditions")}</p>
      </Card>
    );
  }
  const { numbers } = tried;
  const { replaces, differs } = numbers;
  const validFrom = Math.max(rule.validFrom ?? today, today);
  return (
    <Card title={t("act.adopt")} tone="accent">
      <p>{t("act.adoptText")}</p>
      {replaces > 0 ? <p>{t("act.adoptReplaces", { count: replaces })}</p> : null}
      {result?.errors[""]?.includes("rule_try_out_changed") ? (
        <Alert kind="warning" title={t("act.changedTitle")}>
          <p>{t("act.changedText", numbers)}</p>
        </Alert>
      ) : null}
      <Form
        intent="adopt"
        schema={fetchRuleActForm}
        result={result}
        values={{ validFrom, validUntil: rule.validUntil }}
      >
        <HiddenField name="version" value={rule.version} />
        <HiddenField name="seen" value={numbersSeen(numbers)} />
        <DateField
          name="validFrom"
          label={t("act.validFrom")}
          description={t("act.validFromHint")}
        />
        <DateField
          name="validUntil"
          label={t("field.validUntil")}
          description={t("field.validUntilHint")}
          optional
        />
        {differs > 0 ? (
          <TextArea
            name="disagreementReason"
            label={t("act.reason")}
            description={t("act.reasonHint", { count: differs })}
            max={10_000}
          />
        ) : null}
        <CheckboxField name="confirmed" label={t("act.confirm")} required />
        <FormActions>
          <SubmitButton>{t("act.adoptSubmit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function Revise({ page: { rule }, result }: ActProps) {
  const { t } = useTranslation("rules");
  return (
    <Card title={t("act.revise")}>
      <p>{t("act.reviseText")}</p>
      <Form intent="revise" result={resultOf(result, "revise")} warnOnLeave={false}>
        <HiddenField name="version" value={rule.version} />
        <FormActions>
          <SubmitButton purpose="secondary">{t("act.reviseSubmit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function End({ page: { rule, today }, result: given }: ActProps) {
  const { t } = useTranslation("rules");
  const result = resultOf(given, "end");
  return (
    <Disclosure summary={t("act.end")} open={result !== undefined}>
      <p>{t("act.endText")}</p>
      <Form intent="end" schema={fetchRuleActForm} result={result} values={{ endsOn: today }}>
        <HiddenField name="version" value={rule.version} />
        <DateField name="endsOn" label={t("act.endsOn")} description={t("act.endsOnHint")} />
        <TextArea name="reason" label={t("act.endReason")} max={2000} />
        <FormActions>
          <SubmitButton purpose="secondary" negative>
            {t("act.endSubmit")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

function Discard({ page: { rule }, result: given }: ActProps) {
  const { t } = useTranslation("rules");
  const result = resultOf(given, "discard");
  return (
    <Disclosure summary={t("act.discard")} open={result !== undefined}>
      <p>{t("act.discardText")}</p>
      <Form intent="discard" result={result} warnOnLeave={false}>
        <HiddenField name="version" value={rule.version} />
        <FormActions>
          <SubmitButton purpose="secondary" negative>
            {t("act.discardSubmit")}
          </SubmitButton>
        </FormActions>
      </Form>
    </Disclosure>
  );
}

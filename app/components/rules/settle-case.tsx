import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { stepAddress } from "#app/schemas/case-steps.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { SettlePage } from "#app/schemas/rule-view.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import {
  Form,
  FormActions,
  RadioGroup,
  SubmitButton,
  TextArea,
  useErrorText,
} from "../form/index.ts";
import { LevelBadge } from "../level-badge.tsx";
import { LinkButton } from "../link-button.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";

const fetchSettleForm = () =>
  import("#app/schemas/policy-rule.ts").then((module) => module.settleForm);

type SettleCaseProps = { page: SettlePage; result: FormResult | undefined };

/** Settling a case by a rule, or why that cannot be. */
export function SettleCase({ page, result }: SettleCaseProps) {
  const { t } = useTranslation("rules");
  const { caseFile, rules, hindrance, settledBy } = page;
  const sure = rules.filter(({ settles }) => settles === "yes");
  const open = rules.filter(({ settles }) => settles === "if");
  if (settledBy) return <Settled settledBy={settledBy} />;
  if (hindrance) return <Hindrance caseId={caseFile.id} hindrance={hindrance} />;
  return (
    <div className="mw-stack">
      {rules.length === 0 ? <NoRule caseId={caseFile.id} /> : null}
      {sure.map((rule) => (
        <RuleCard key={rule.id} rule={rule} title={t("one", rule)} />
      ))}
      {sure.length > 0 ? <SettleForm rules={sure} result={result} /> : null}
      {open.map((rule) => (
        <RuleCard key={rule.id} rule={rule} title={t("settle.ifTitle")} caseId={caseFile.id} />
      ))}
    </div>
  );
}

type Rule = SettlePage["rules"][number];

function RuleCard({ rule, title, caseId }: { rule: Rule; title: string; caseId?: string }) {
  const { t, language } = useTranslation("rules");
  const format = useFormat();
  const facts = format.list(rule.unknown.map((label) => textIn(label, language)));
  return (
    <Card title={title}>
      <p>
        <TextLink to={`/regels/${rule.id}`}>{rule.title}</TextLink>
      </p>
      <p className="mw-row">
        <LevelBadge level={rule.level} />
      </p>
      <Prose text={rule.text} />
      {caseId === undefined ? null : (
        <p>
          {t("settle.ifText", { facts })}{" "}
          <TextLink to={stepAddress(caseId, "facts")}>{t("settle.toFacts")}</TextLink>
        </p>
      )}
    </Card>
  );
}

function SettleForm({ rules, result }: { rules: readonly Rule[]; result: FormResult | undefined }) {
  const { t } = useTranslation("rules");
  const [only, ...others] = rules;
  return (
    <Card>
      <Form
        schema={fetchSettleForm}
        result={result}
        values={{ ruleId: others.length === 0 ? only?.id : "" }}
      >
        <RadioGroup
          name="ruleId"
          label={t("settle.rule")}
          options={rules.map(({ id, number, title }) => ({
            value: id,
            label: `${t("one", { number })}: ${title}`,
          }))}
        />
        <TextArea
          name="note"
          label={t("settle.note")}
          description={t("settle.noteHint")}
          max={2000}
          optional
        />
        <FormActions>
          <SubmitButton>{t("settle.submit")}</SubmitButton>
        </FormActions>
      </Form>
    </Card>
  );
}

function NoRule({ caseId }: { caseId: string }) {
  const { t } = useTranslation("rules");
  return (
    <EmptyState
      title={t("settle.noneTitle")}
      action={<LinkButton to={stepAddress(caseId, "facts")}>{t("settle.toFacts")}</LinkButton>}
    >
      {t("settle.noneText")}
    </EmptyState>
  );
}

type HindranceProps = { caseId: string; hindrance: NonNullable<SettlePage["hindrance"]> };

function Hindrance({ caseId, hindrance }: HindranceProps) {
  const { t } = useTranslation("rules");
  const errorText = useErrorText();
  return (
    <Alert kind="warning" title={t("settle.hindrance")}>
      <p>{errorText(hindrance)}</p>
      <p>
        <TextLink to={`/casussen/${caseId}`}>{t("settle.toCase")}</TextLink>
      </p>
    </Alert>
  );
}

function Settled({ settledBy }: { settledBy: NonNullable<SettlePage["settledBy"]> }) {
  const { t } = useTranslation("rules");
  const format = useFormat();
  const { id, number, title, at } = settledBy;
  return (
    <Alert>
      <p>
        <TextLink to={`/regels/${id}`}>
          {t("settle.done", { date: format.date(at), number, title })}
        </TextLink>
      </p>
      <p>{t("settle.reopen")}</p>
    </Alert>
  );
}

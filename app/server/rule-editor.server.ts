/** The screen on which a rule is drafted: what it starts with, what is suggested, and the try-out beside it. */
import { environment } from "#db";
import type { RuleConditions } from "#app/domain/policy-rule.ts";
import { typedAmount } from "#app/schemas/fact-amount.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { conditionsOf, type RuleForm, type TriedRule } from "#app/schemas/policy-rule.ts";
import type {
  RuleEditor,
  RuleValues,
  Suggested,
  Trial,
  TriedResult,
} from "#app/schemas/rule-view.ts";
import type { Access } from "./access.server.ts";
import { listScopes } from "./case-files.server.ts";
import { comparedCatalogue } from "./compared-catalogue.server.ts";
import { notFound } from "./http.server.ts";
import { conditionsNow, getRule, type RuleRow } from "./policy-rules.server.ts";
import { listRuleFacts, ruleFactsOf, ruleInWords } from "./rule-facts.server.ts";
import { findSignalOfRule, startFromSignal, suggestFromSignal } from "./rule-signal.server.ts";
import { tryOutRule, type SuggestedConditions } from "./rule-try-out.server.ts";

const empty: RuleValues = {
  ...{ version: 0, signalId: "", title: "", scopeId: "", lawReferences: "" },
  ...{ text: "", explanation: "", validFrom: null, validUntil: null },
  ...{ level: "", facts: {}, bounds: {} },
};

/** A rule that is begun: from nothing, or from a signal with the conditions that it suggests. */
export async function getNewRule(
  access: Access<"rule.edit">,
  reader: Access<"rule.read">,
  signalId: string | null,
): Promise<RuleEditor> {
  const scopes = await listScopes(access);
  if (signalId === null) {
    const facts = await listRuleFacts([]);
    const nothing = { rule: null, signal: null, suggested: null, trial: null };
    return { values: empty, facts, scopes, ...nothing };
  }
  const start = await startFromSignal(reader, signalId);
  const { signal, scopeId, level, suggested } = start;
  const values = {
    ...empty,
    ...{ signalId, title: signal.title, scopeId: scopeId ?? "" },
    level: level === null ? "" : String(level),
    ...(suggested ? await chosenValues(suggested) : {}),
  };
  return {
    ...{ rule: null, values, scopes, signal },
    facts: await listRuleFacts(Object.keys(values.facts)),
    suggested: suggested && (await suggestedView(suggested)),
    trial: scopeId && suggested ? await trialOf(reader, scopeId, suggested) : null,
  };
}

/** A draft as it is stored. */
export async function getRuleEditor(
  access: Access<"rule.edit">,
  reader: Access<"rule.read">,
  ruleId: string,
): Promise<RuleEditor> {
  const rule = await getRule(access, ruleId);
  if (rule.status !== "draft") return notFound();
  const conditions = conditionsNow(rule, await comparedCatalogue());
  const chosen = await chosenValues(conditions);
  const { id, number, edition, title, scopeId } = rule;
  return {
    rule: { id, number, edition, title },
    values: { ...storyValues(rule), ...chosen },
    facts: await listRuleFacts([...Object.keys(chosen.facts), ...Object.keys(chosen.bounds)]),
    scopes: await scopesWith(access, rule),
    signal: await findSignalOfRule(reader, rule.signalId),
    suggested: null,
    trial: await trialOf(reader, scopeId, conditions),
  };
}

/** The scopes to choose from; the one of the rule stays, also when it is offered no more. */
async function scopesWith(access: Access<"rule.edit">, rule: RuleRow) {
  const offered = await listScopes(access);
  if (offered.some(({ id }) => id === rule.scopeId)) return offered;
  const { scope } = await ruleInWords(rule);
  return [...offered, { id: rule.scopeId, name: scope }];
}

function storyValues(rule: RuleRow): Omit<RuleValues, "facts" | "bounds"> {
  const { version, title, scopeId, text, explanation, validFrom, validUntil } = rule;
  return {
    ...{ version, title, scopeId, text, explanation, validFrom, validUntil },
    signalId: rule.signalId ?? "",
    lawReferences: rule.lawReferences.join("\n"),
    level: String(rule.level),
  };
}

type Conditions = Pick<RuleConditions, "mustHold" | "mustNotHold" | "bounds">;

async function chosenValues(conditions: Conditions): Promise<Pick<RuleValues, "facts" | "bounds">> {
  const { byId } = await comparedCatalogue();
  const { mustHold, mustNotHold, bounds } = conditions;
  return {
    facts: Object.fromEntries([
      ...mustHold.map((id) => [id, "must"] as const),
      ...mustNotHold.map((id) => [id, "must_not"] as const),
    ]),
    bounds: Object.fromEntries(
      bounds.map(({ fact, least, most }) => {
        const measure = byId.get(fact)?.measure ?? "times";
        return [fact, { least: typedAmount(least, measure), most: typedAmount(most, measure) }];
      }),
    ),
  };
}

/** What a rule as it stands on the form would have done; null while the scope or the outcome is not chosen. */
export async function tryTyped(
  reader: Access<"rule.read">,
  { scopeId, level, ...chosen }: TriedRule,
): Promise<Trial | null> {
  if (scopeId === null || level === null) return null;
  return trialOf(reader, scopeId, conditionsOf({ ...chosen, level }));
}

export async function trialOf(
  reader: Access<"rule.read">,
  scopeId: string,
  conditions: RuleConditions,
): Promise<Trial> {
  const [inWords, tried] = await Promise.all([
    ruleInWords({ ...conditions, scopeId }),
    tryOutRule(reader, { scopeId, conditions }),
  ]);
  return { inWords, tried };
}

type Typed = FormResult["values"];

/** The form as it was typed, with what it would have done. Nothing is kept. */
async function triedAgain(
  reader: Access<"rule.read">,
  input: TriedRule,
  values: Typed,
): Promise<TriedResult> {
  const trial = await tryTyped(reader, input);
  const stamp = environment.newId();
  return { errors: {}, values, stamp, focus: "", trial, suggested: null };
}

type Suggesting = TriedRule & { signalId: string | null };

/** The form with the conditions that are suggested in place of those it had; what else was typed stays. */
async function suggestedAgain(
  reader: Access<"rule.read">,
  input: Suggesting,
  values: Typed,
): Promise<TriedResult> {
  const { signalId, scopeId, level } = input;
  const suggested =
    signalId === null ? null : await suggestFromSignal(reader, { signalId, scopeId, level });
  if (!suggested) return triedAgain(reader, input, values);
  const others = Object.entries(values).filter(([name]) => !/^(facts|bounds)\./.test(name));
  const chosen = await chosenValues(suggested);
  return {
    errors: {},
    values: { ...Object.fromEntries(others), ...fieldsOf(chosen) },
    ...{ stamp: environment.newId(), focus: "" },
    trial: scopeId === null ? null : await trialOf(reader, scopeId, suggested),
    suggested: await suggestedView(suggested),
  };
}

function fieldsOf({ facts, bounds }: Pick<RuleValues, "facts" | "bounds">): Typed {
  return Object.fromEntries([
    ...Object.entries(facts).map(([id, choice]) => [`facts.${id}`, choice]),
    ...Object.entries(bounds).flatMap(([id, { least, most }]) => [
      [`bounds.${id}.least`, least],
      [`bounds.${id}.most`, most],
    ]),
  ]) as Typed;
}

async function suggestedView(suggested: SuggestedConditions): Promise<Suggested> {
  const catalogue = await comparedCatalogue();
  return {
    mustHold: ruleFactsOf(catalogue, suggested.mustHold),
    mustNotHold: ruleFactsOf(catalogue, suggested.mustNotHold),
    bounded: ruleFactsOf(
      catalogue,
      suggested.bounds.map(({ fact }) => fact),
    ),
    cannotExclude: suggested.cannotExclude.length,
    isSmallest: suggested.isSmallest,
  };
}

/** What was asked of the form besides saving it. */
export function askedOnForm(
  reader: Access<"rule.read">,
  input: Exclude<RuleForm, { intent: "save" }>,
  values: Typed,
): Promise<TriedResult> {
  if (input.intent === "suggest") return suggestedAgain(reader, input, values);
  return triedAgain(reader, input, values);
}

/** The signal that an address begins a rule from. */
export function signalIn(url: string): string | null {
  const asked = new URL(url).searchParams.get("signaal") ?? "";
  if (asked === "") return null;
  return /^[0-9a-f-]{36}$/.test(asked) ? asked : notFound();
}

/** The forms of policy rules: a draft, the try-out beside it, and what is done with a rule. */
import * as z from "zod";
import { factMeasures } from "#app/domain/case-file.ts";
import { outcomeLevels } from "#app/domain/option.ts";
import type { RuleConditions } from "#app/domain/policy-rule.ts";
import { parseAmount } from "./fact-amount.ts";
import {
  checkbox,
  choice,
  day,
  identifier,
  optionalChoice,
  optionalDay,
  optionalIdentifier,
  optionalText,
  text,
  version,
  wholeNumber,
} from "./fields.ts";
import { lawReferences } from "./scope.ts";

export const factChoices = ["must", "must_not"] as const;
export type FactChoice = (typeof factChoices)[number];

const levels = outcomeLevels.map(String);

const facts = z.record(z.uuid(), optionalChoice(factChoices)).default({});

const typedBound = z.object({
  measure: choice(factMeasures),
  least: optionalText(30),
  most: optionalText(30),
});

const bound = typedBound.transform(({ measure, ...typed }, context) => {
  const read = { least: parseAmount(typed.least, measure), most: parseAmount(typed.most, measure) };
  for (const end of ["least", "most"] as const) {
    const found = read[end];
    if ("error" in found) context.addIssue({ code: "custom", message: found.error, path: [end] });
  }
  return { least: amountOf(read.least), most: amountOf(read.most) };
});

function amountOf(read: ReturnType<typeof parseAmount>): number | null {
  return "amount" in read ? read.amount : null;
}

const bounds = z.record(z.uuid(), bound).default({});

type Chosen = {
  facts: z.output<typeof facts>;
  bounds: z.output<typeof bounds>;
  level: number;
};

/** What was chosen, as the rules take it. A fact that has bounds is there: whoever bounds it asks for it. */
export function conditionsOf({ facts: chosen, bounds: bounded, level }: Chosen): RuleConditions {
  const facts = Object.entries(chosen);
  const of = (wanted: FactChoice) =>
    facts.flatMap(([id, choice]) => (choice === wanted ? [id] : [])).sort();
  return {
    mustHold: of("must"),
    mustNotHold: of("must_not"),
    bounds: Object.entries(bounded)
      .flatMap(([fact, { least, most }]) =>
        least === null && most === null ? [] : [{ fact, least, most }],
      )
      .sort((a, b) => (a.fact < b.fact ? -1 : 1)),
    level,
  };
}

/** Bounds that no case can meet. */
function checkBounds({ facts: chosen, bounds: bounded }: Chosen, context: z.RefinementCtx): void {
  for (const [fact, { least, most }] of Object.entries(bounded)) {
    const path = ["bounds", fact, "most"];
    if (least !== null && most !== null && most < least) {
      context.addIssue({ code: "custom", message: "rule_bound_order", path });
    }
    const isBounded = least !== null || most !== null;
    if (isBounded && chosen[fact] === "must_not") {
      context.addIssue({ code: "custom", message: "rule_bound_not_held", path });
    }
  }
}

/** The outcome, from a list of radio buttons. */
const level = z.string("choose").refine((value) => levels.includes(value), "choose");

const story = {
  /** 0 for a rule that is not there yet. */
  version: wholeNumber({ min: 0, max: 999_999_999 }),
  signalId: optionalIdentifier(),
  title: text(200),
  scopeId: z.string().min(1, "choose").pipe(identifier()),
  lawReferences: lawReferences(),
  text: text(10_000),
  explanation: optionalText(20_000),
  validFrom: optionalDay(),
  validUntil: optionalDay(),
  level: level.transform(Number),
  facts,
  bounds,
};

const draft = z
  .object({ intent: z.literal("save"), ...story })
  .superRefine(checkBounds)
  .superRefine(({ validFrom, validUntil }, context) => {
    const isAround = validFrom !== null && validUntil !== null && validUntil <= validFrom;
    const path = ["validUntil"];
    if (isAround) context.addIssue({ code: "custom", message: "rule_ends_before_start", path });
  });
export type RuleDraft = z.output<typeof draft>;

/** What can be read of a form that is being filled in; the rest says so when it is saved. */
const tried = {
  scopeId: optionalIdentifier().catch(null),
  level: level.transform(Number).nullable().catch(null),
  facts: facts.catch({}),
  bounds: z
    .record(z.uuid(), bound.catch({ least: null, most: null }))
    .default({})
    .catch({}),
};

export const tryOutForm = z.object(tried);
export type TriedRule = z.output<typeof tryOutForm>;

/** The editing screen: saving, trying out without JavaScript, and having conditions suggested. */
export const ruleForm = z.discriminatedUnion("intent", [
  draft,
  z.object({ intent: z.literal("try"), ...tried }),
  z.object({ intent: z.literal("suggest"), ...tried, signalId: optionalIdentifier() }),
]);
export type RuleForm = z.output<typeof ruleForm>;

/** What is done with a rule on its page. */
export const ruleActForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("adopt"),
    version: version(),
    validFrom: day(),
    validUntil: optionalDay(),
    disagreementReason: optionalText(10_000),
    /** The numbers that were on the screen. */
    seen: z.string().max(100).default(""),
    confirmed: checkbox().refine(Boolean, "confirm_required"),
  }),
  z.object({ intent: z.literal("revise"), version: version() }),
  z.object({
    intent: z.literal("end"),
    version: version(),
    endsOn: day(),
    reason: text(2000),
  }),
  z.object({ intent: z.literal("discard"), version: version() }),
]);
export type RuleAct = z.output<typeof ruleActForm>;

/** Settling a case by a rule that covers it. */
export const settleForm = z.object({ ruleId: identifier(), note: optionalText(2000) });
export type Settling = z.output<typeof settleForm>;

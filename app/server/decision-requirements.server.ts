import { environment } from "#db";
import {
  decisionRequirements,
  type DecisionInput,
  type DecisionRequirement,
  type DecisionRequirementCode,
  type PrecedentWarning,
} from "#app/domain/decision.ts";
import { dayNumber } from "#app/domain/day.ts";
import type { DecisionDraft } from "#app/schemas/decision.ts";
import type { Access } from "./access.server.ts";
import type { ReadableCase } from "./case-access.server.ts";
import type { DecisionBasis } from "./decision-basis.server.ts";
import type { DecisionRow } from "./decisions.server.ts";
import type { JudgedDecision } from "./equal-treatment-report.server.ts";

type Asked = {
  access: Access<"decision.take">;
  caseFile: ReadableCase;
  basis: DecisionBasis;
  version: Pick<DecisionRow, "kind" | "previousId">;
  input: DecisionDraft;
  /** Null when there is nothing to compare: a withdrawal, or no option chosen. */
  judged: JudgedDecision | null;
};

/** What stands in the way of taking the decision, by field of the form; empty when nothing does. */
export function missingForDecision(asked: Asked): Record<string, string[]> {
  const requirements = decisionRequirements(decisionInput(asked));
  const errors: Record<string, string[]> = {};
  for (const requirement of requirements) {
    for (const field of fieldsOf(requirement, asked)) errors[field] ??= [requirement.code];
  }
  return { ...errors, ...formalErrors(asked) };
}

/** The options the decision chooses: per claim, or one for everything. */
export function choicesOf(
  input: Pick<DecisionDraft, "option" | "choices">,
  claims: { id: string }[],
): { claimId: string | null; optionId: string | null }[] {
  if (claims.length === 0) return [{ claimId: null, optionId: input.option }];
  return claims.map(({ id }) => ({ claimId: id, optionId: input.choices[id] ?? null }));
}

function decisionInput({ access, caseFile, basis, version, input, judged }: Asked): DecisionInput {
  const { weighing, assessorIds, undiscussedCells } = basis.deliberation;
  const choices = choicesOf(input, basis.claims);
  return {
    ...input,
    kind: version.kind,
    caseStatus: caseFile.status,
    replacesId: version.previousId,
    decisionMakerId: access.person.id,
    assessorIds,
    proposed: weighing.proposed,
    passing: basis.options.filter(({ passes }) => passes).map(({ id }) => id),
    options: groundedOptions(basis, input, choices),
    claimIds: basis.claims.map(({ id }) => id),
    choices,
    facts: basis.facts,
    coverage: basis.perspectives.map(({ key, coverage }) => ({ perspectiveId: key, coverage })),
    undiscussedCells,
    precedentCheck: {
      answer: input.precedentCheck,
      text: input.precedentCheckText,
      precedentIds: input.precedents,
      ...(judged && { warning: warningOf(judged, input) }),
    },
    perspectiveIds: basis.perspectives.map(({ key }) => key),
    motivations: basis.perspectives.map(({ key }) => ({
      perspectiveId: key,
      text: input.motivation[key] ?? "",
    })),
    executiveMandate: access.roles.includes("executive"),
    conditions: input.conditions
      .map((condition, row) => ({ id: String(row), ...condition }))
      .filter(({ text }) => text !== ""),
  };
}

function warningOf(judged: JudgedDecision, input: DecisionDraft): PrecedentWarning {
  // What was approved beforehand has its motivation already, but was found all the same.
  const isSilent = !input.changeLine && input.precedentCheck !== "not_found";
  const changed = isSilent ? [] : judged.changed;
  return {
    standing: judged.standing,
    answered: [...judged.distinguished, ...changed],
    leaveStanding: input.leaveWarning,
  };
}

/** The ground written in the decision is that of the first deviating choice; the others keep their own. */
function groundedOptions(
  { options }: DecisionBasis,
  input: DecisionDraft,
  choices: { optionId: string | null }[],
): DecisionInput["options"] {
  const chosen = choices.map(({ optionId }) => options.find(({ id }) => id === optionId));
  const leading = chosen.find((option) => option && option.level > 0);
  return options.map(({ id, level, ground, groundReference }) =>
    id === leading?.id
      ? { id, level, ground: input.ground, references: [input.groundReference] }
      : { id, level, ground, references: [groundReference] },
  );
}

/** What the form asks besides the rules of the domain: a look back, and dignity stated. */
function formalErrors({ input, version }: Asked): Record<string, string[]> {
  if (version.kind === "withdrawal") return {};
  const today = dayNumber(environment.now());
  const errors: Record<string, string[]> = {};
  const isPast = (date: number | null) => date !== null && dayNumber(date) < today;
  if (!input.dignityRespected) errors.dignityRespected = ["dignity_missing"];
  if (input.reviewDate === null) errors.reviewDate = ["review_date_missing"];
  if (isPast(input.reviewDate)) errors.reviewDate = ["date_future"];
  input.conditions.forEach(({ text, dueDate }, row) => {
    if (text !== "" && isPast(dueDate)) errors[`conditions.${row}.dueDate`] = ["date_future"];
  });
  return errors;
}

const fieldByCode: Partial<Record<DecisionRequirementCode, string>> = {
  departure_missing: "departure",
  coverage_reason_missing: "coverageReason",
  discussion_reason_missing: "undiscussedReason",
  precedent_check_missing: "precedentCheck",
  precedent_missing: "precedents",
  precedent_difference_missing: "precedentCheckText",
  precedent_found_after_all: "precedentCheck",
  unequal_treatment: "equalTreatment",
  unequal_treatment_text_missing: "precedentCheckText",
  ground_missing: "ground",
  reference_missing: "groundReference",
  executive_mandate_missing: "ground",
  legal_advice_missing: "legalAdvice",
  policy_owner_missing: "policyOwner",
  reason_pro_not_in_case: "reasonPro",
  reason_con_not_in_case: "reasonCon",
};

function fieldsOf(
  { code, about }: DecisionRequirement,
  { basis, input, version }: Asked,
): string[] {
  if (code === "option_missing" || code === "option_unknown") {
    if (basis.claims.length === 0) return ["option"];
    const open = basis.claims.filter(({ id }) => {
      const optionId = input.choices[id] ?? "";
      return code === "option_missing" ? optionId === "" : about.includes(optionId);
    });
    return open.map(({ id }) => `choices.${id}`);
  }
  if (code === "motivation_missing") {
    const keys = version.kind === "withdrawal" ? basis.perspectives.map(({ key }) => key) : about;
    return keys
      .slice(0, version.kind === "withdrawal" ? 1 : undefined)
      .map((key) => `motivation.${key}`);
  }
  if (code === "condition_incomplete") return about.map((row) => `conditions.${row}.text`);
  return [fieldByCode[code] ?? ""];
}

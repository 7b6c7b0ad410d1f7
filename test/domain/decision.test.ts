import { describe, expect, it } from "vitest";
import { caseStatuses } from "../../app/domain/case-file.ts";
import { decisionRequirements, mayDecide, type DecisionInput } from "../../app/domain/decision.ts";
import type { GroundKey } from "../../app/domain/option.ts";

const complete: DecisionInput = {
  kind: "initial",
  caseStatus: "decision",
  replacesId: null,
  decisionMakerId: "dora",
  assessorIds: ["anna", "bram"],
  proposed: ["half"],
  passing: ["half", "full"],
  options: [
    { id: "strict", level: 0, ground: null, references: [] },
    { id: "half", level: 2, ground: "hardship_clause", references: ["Anw 33"] },
    { id: "full", level: 3, ground: "policy_rule_departure", references: ["Awb 4:84"] },
  ],
  claimIds: ["grant", "benefit"],
  choices: [
    { claimId: "grant", optionId: "half" },
    { claimId: "benefit", optionId: "half" },
  ],
  departure: "",
  coverage: [{ perspectiveId: "legal", coverage: 0.7 }],
  coverageReason: "",
  undiscussedCells: [],
  undiscussedReason: "",
  precedentCheck: { answer: "not_found", text: "", precedentIds: [] },
  perspectiveIds: ["legal", "societal"],
  motivations: [
    { perspectiveId: "legal", text: "De wet wilde dit niet." },
    { perspectiveId: "societal", text: "Het gezin houdt een huis." },
  ],
  executiveMandate: false,
  legalAdvice: "",
  policyOwner: "",
  facts: [
    { id: "illiterate", kind: "pro", answer: "yes" },
    { id: "informed", kind: "con", answer: "yes" },
    { id: "ill", kind: "pro", answer: "unknown" },
  ],
  reasonPro: ["illiterate"],
  reasonCon: ["informed"],
  conditions: [{ id: "k1", text: "Budgetbeheer", ownerId: "anna", dueDate: 1 }],
};

function missing(change: Partial<DecisionInput>) {
  return decisionRequirements({ ...complete, ...change });
}

function onGround(ground: GroundKey | null, references: string[] = ["artikel 1"]) {
  return complete.options.map((option) =>
    option.id === "half" ? { ...option, ground, references } : option,
  );
}

describe("a decision", () => {
  it("can be taken when nothing is missing", () => {
    expect(missing({})).toEqual([]);
  });

  it("is first taken in deliberation or decision, later versions also afterwards", () => {
    expect(caseStatuses.filter((status) => mayDecide("initial", status))).toEqual([
      "deliberation",
      "decision",
    ]);
    expect(caseStatuses.filter((status) => mayDecide("correction", status))).toEqual([
      "deliberation",
      "decision",
      "follow_up",
      "closed",
    ]);
    expect(missing({ caseStatus: "scoring" })).toEqual([
      { code: "status_not_ready", about: ["scoring"] },
    ]);
  });

  it("names the version it replaces, unless it is the first", () => {
    expect(missing({ kind: "objection_review" })).toEqual([
      { code: "replaces_missing", about: [] },
    ]);
    expect(missing({ kind: "objection_review", replacesId: "d1" })).toEqual([]);
  });

  it("is not taken by somebody who scored the case", () => {
    expect(missing({ decisionMakerId: "anna" })).toEqual([
      { code: "decision_maker_is_assessor", about: ["anna"] },
    ]);
  });

  it("chooses an option for every claim, or one when there are no claims", () => {
    const choices = complete.choices.slice(0, 1);
    expect(missing({ choices })).toEqual([{ code: "option_missing", about: ["benefit"] }]);
    expect(missing({ claimIds: [], choices: [] })).toEqual([{ code: "option_missing", about: [] }]);
    expect(missing({ claimIds: [], choices: [{ claimId: null, optionId: "half" }] })).toEqual([]);
  });

  it("chooses an option of the case", () => {
    const choices = complete.claimIds.map((claimId) => ({ claimId, optionId: "other" }));
    expect(missing({ choices, departure: "reden" })).toEqual([
      { code: "option_unknown", about: ["other"] },
    ]);
  });

  it("is motivated in writing where it departs from the proposed option, for any claim", () => {
    const choices = [complete.choices[0] ?? { claimId: null, optionId: null }].concat({
      claimId: "benefit",
      optionId: "full",
    });
    expect(missing({ choices })).toEqual([{ code: "departure_missing", about: ["full"] }]);
    expect(missing({ choices, departure: "De tweede vordering is al verjaard." })).toEqual([]);
  });

  it("departs when nothing passes, whatever it chooses", () => {
    expect(missing({ passing: [] })).toEqual([{ code: "departure_missing", about: ["half"] }]);
    expect(missing({ proposed: [], passing: [] })).toEqual([
      { code: "departure_missing", about: ["half"] },
    ]);
  });

  it("gives a reason for a perspective with under 70% of its ratings", () => {
    const coverage = [{ perspectiveId: "legal", coverage: 0.69 }];
    expect(missing({ coverage })).toEqual([{ code: "coverage_reason_missing", about: ["legal"] }]);
    expect(missing({ coverage, coverageReason: "Eén jurist was ziek." })).toEqual([]);
  });

  it("gives a reason for flagged cells that were not discussed", () => {
    const undiscussedCells = ["legal/J4/half"];
    expect(missing({ undiscussedCells })).toEqual([
      { code: "discussion_reason_missing", about: undiscussedCells },
    ]);
    expect(missing({ undiscussedCells, undiscussedReason: "Raakt de uitkomst niet." })).toEqual([]);
  });

  it("answers the precedent check: found names one, different says why", () => {
    const check = (precedentCheck: Partial<DecisionInput["precedentCheck"]>) =>
      missing({ precedentCheck: { ...complete.precedentCheck, ...precedentCheck } });
    expect(check({ answer: null })).toEqual([{ code: "precedent_check_missing", about: [] }]);
    expect(check({ answer: "found" })).toEqual([{ code: "precedent_missing", about: [] }]);
    expect(check({ answer: "found", precedentIds: ["c1"] })).toEqual([]);
    expect(check({ answer: "different", text: " " })).toEqual([
      { code: "precedent_difference_missing", about: [] },
    ]);
    expect(check({ answer: "different", text: "Hier kon hij lezen." })).toEqual([]);
  });

  it("is motivated from every perspective", () => {
    const motivations = [{ perspectiveId: "legal", text: "De wet wilde dit niet." }];
    expect(missing({ motivations })).toEqual([{ code: "motivation_missing", about: ["societal"] }]);
  });

  it("has a ground with references for every chosen option that deviates", () => {
    expect(missing({ options: onGround(null) })).toEqual([
      { code: "ground_missing", about: ["half"] },
    ]);
    expect(missing({ options: onGround("hardship_clause", [" "]) })).toEqual([
      { code: "reference_missing", about: ["half"] },
    ]);
    expect(missing({ options: onGround("no_deviation", []) })).toEqual([]);
    const choices = complete.claimIds.map((claimId) => ({ claimId, optionId: "strict" }));
    expect(missing({ choices, departure: "Geen grond gevonden." })).toEqual([]);
  });

  it("passes over a formal statute only by an executive, with legal advice", () => {
    const options = onGround("formal_statute_unforeseen");
    expect(missing({ options }).map(({ code }) => code)).toEqual([
      "executive_mandate_missing",
      "legal_advice_missing",
    ]);
    expect(missing({ options, executiveMandate: true, legalAdvice: "Advies 12" })).toEqual([]);
  });

  it("goes against the law only with the owner of the policy", () => {
    const options = onGround("against_the_law");
    expect(missing({ options })).toEqual([{ code: "policy_owner_missing", about: ["half"] }]);
    expect(missing({ options, policyOwner: "Directie" })).toEqual([]);
  });

  it("rests on facts that were established in the case, on their own side", () => {
    expect(missing({ reasonPro: ["illiterate", "ill"], reasonCon: ["illiterate"] })).toEqual([
      { code: "reason_pro_not_in_case", about: ["ill"] },
      { code: "reason_con_not_in_case", about: ["illiterate"] },
    ]);
  });

  it("gives every condition a text, an owner and a date", () => {
    const condition = { id: "k", text: "Sparen", ownerId: "anna", dueDate: 1 };
    const conditions = [
      condition,
      { ...condition, id: "k1", ownerId: null },
      { ...condition, id: "k2", dueDate: null },
      { ...condition, id: "k3", text: "" },
    ];
    expect(missing({ conditions })).toEqual([
      { code: "condition_incomplete", about: ["k1", "k2", "k3"] },
    ]);
  });

  it("asks of a withdrawal a motivation and the version it withdraws, no new choice", () => {
    const bare = { choices: [], precedentCheck: { answer: null, text: "", precedentIds: [] } };
    expect(missing({ ...bare, kind: "withdrawal", replacesId: "d1" })).toEqual([]);
    expect(missing({ ...bare, kind: "withdrawal", motivations: [] })).toEqual([
      { code: "replaces_missing", about: [] },
      { code: "motivation_missing", about: [] },
    ]);
  });
});

describe("a warning of unequal treatment", () => {
  const warned = (change: Partial<DecisionInput["precedentCheck"]["warning"] & object>) =>
    missing({
      precedentCheck: {
        answer: "found",
        text: "Omdat.",
        precedentIds: ["p1"],
        warning: { standing: [], answered: [], leaveStanding: false, ...change },
      },
    }).map(({ code }) => code);

  it("asks an answer, and never blocks who leaves it standing with a reason", () => {
    expect(warned({ standing: ["p1"] })).toEqual(["unequal_treatment"]);
    expect(warned({ standing: ["p1"], leaveStanding: true })).toEqual([]);
    expect(warned({ answered: ["p1"] })).toEqual([]);
  });

  it("asks words with every answer, and no answer that nothing was found", () => {
    const precedentCheck: DecisionInput["precedentCheck"] = {
      answer: "not_found",
      text: " ",
      precedentIds: [],
      warning: { standing: [], answered: ["p1"], leaveStanding: false },
    };
    const codes = missing({ precedentCheck }).map(({ code }) => code);
    expect(codes).toEqual(["precedent_found_after_all", "unequal_treatment_text_missing"]);
  });
});

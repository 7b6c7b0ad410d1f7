import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assertGateAnswer,
  assertPhase,
  assertRating,
  itemPhases,
  mayScore,
  nextPhases,
  progressStatus,
  ratingNeedsReason,
  revealCheck,
  scoringObstacle,
  type Scorer,
} from "../../app/domain/session.ts";
import { refusal } from "./weighing-example.ts";

describe("phases", () => {
  it("refuse an act in another phase", () => {
    expect(refusal(() => assertPhase("revealed", ["scoring"]))).toBe("phase_not_allowed");
    expect(refusal(() => assertPhase("scoring", ["prepare", "scoring"]))).toBeUndefined();
  });

  it("follow each other, scoring once more after the first reveal only", () => {
    expect(nextPhases("prepare", 1)).toEqual(["scoring"]);
    expect(nextPhases("scoring", 1)).toEqual(["revealed"]);
    expect(nextPhases("revealed", 1)).toEqual(["concluded", "scoring"]);
    expect(nextPhases("revealed", 2)).toEqual(["concluded"]);
    expect(nextPhases("concluded", 1)).toEqual([]);
  });
});

describe("the reveal", () => {
  const members = [
    { id: "anna", ready: true },
    { id: "bram", ready: false },
    { id: "cleo", ready: false },
  ];

  it("names who is missing and then asks a reason", () => {
    expect(refusal(() => revealCheck({ members }))).toBe("reveal_reason_required");
    expect(refusal(() => revealCheck({ members, reason: "\n " }))).toBe("reveal_reason_required");
    expect(revealCheck({ members, reason: "ziek" })).toEqual(["bram", "cleo"]);
  });

  it("asks no reason when everybody is ready, and somebody to reveal", () => {
    expect(revealCheck({ members: members.slice(0, 1) })).toEqual([]);
    expect(refusal(() => revealCheck({ members: [], reason: "leeg" }))).toBe("reveal_no_members");
  });
});

describe("a rating", () => {
  const score = { kind: "score", mayNotApply: false } as const;

  it("of 1 or 2 needs an argument, of 3 to 5 does not", () => {
    const without = [1, 2, 3, 4, 5].map((value) =>
      refusal(() => assertRating({ ...score, value })),
    );
    const required = "rating_reason_required";
    expect(without).toEqual([required, required, undefined, undefined, undefined]);
    expect(refusal(() => assertRating({ ...score, value: 2, reason: " " }))).toBe(required);
    expect(refusal(() => assertRating({ ...score, value: 2, reason: "te zwaar" }))).toBeUndefined();
  });

  it("is a whole number from 1 to 5, and absent for another kind", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer(), fc.double(), fc.constant(null)), (value) => {
        const isOnScale = value !== null && [1, 2, 3, 4, 5].includes(value);
        const act = () => assertRating({ ...score, value, reason: "reden" });
        expect(refusal(act)).toBe(isOnScale ? undefined : "rating_value");
      }),
    );
    const silent = { kind: "no_judgement", mayNotApply: false } as const;
    expect(refusal(() => assertRating({ ...silent, value: 3 }))).toBe("rating_value");
    expect(refusal(() => assertRating({ ...silent, value: null }))).toBeUndefined();
  });

  it("is not applicable only where the criterion allows it, with a reason", () => {
    const absent = { kind: "not_applicable", value: null } as const;
    expect(refusal(() => assertRating({ ...absent, mayNotApply: false, reason: "gunst" }))).toBe(
      "rating_not_applicable",
    );
    expect(refusal(() => assertRating({ ...absent, mayNotApply: true }))).toBe(
      "rating_reason_required",
    );
    expect(
      refusal(() => assertRating({ ...absent, mayNotApply: true, reason: "gunst" })),
    ).toBeUndefined();
    expect(ratingNeedsReason({ kind: "no_judgement", value: null })).toBe(false);
  });
});

describe("a gate", () => {
  it("answered no or unsure needs an argument", () => {
    expect(refusal(() => assertGateAnswer({ answer: "no" }))).toBe("gate_reason_required");
    expect(refusal(() => assertGateAnswer({ answer: "unsure" }))).toBe("gate_reason_required");
    expect(refusal(() => assertGateAnswer({ answer: "no", reason: "geen dekking" }))).toBe(
      undefined,
    );
    expect(refusal(() => assertGateAnswer({ answer: "yes" }))).toBeUndefined();
  });
});

describe("scoring", () => {
  const scorer: Scorer = {
    personId: "anna",
    submitterId: "bram",
    isMember: true,
    conflictOfInterest: false,
    phase: "scoring",
  };

  it("is for members of the panel, not the submitter, without a conflict of interest", () => {
    expect(scoringObstacle(scorer)).toBeNull();
    expect(scoringObstacle({ ...scorer, isMember: false })).toBe("not_a_member");
    expect(scoringObstacle({ ...scorer, submitterId: "anna" })).toBe("is_submitter");
    expect(scoringObstacle({ ...scorer, conflictOfInterest: true })).toBe("conflict_of_interest");
  });

  it("happens only while scoring is open", () => {
    const open = itemPhases.filter((phase) => mayScore({ ...scorer, phase }));
    expect(open).toEqual(["scoring"]);
  });

  it("shows others only whether somebody started or is ready", () => {
    expect(progressStatus({ given: 0, ready: false })).toBe("notStarted");
    expect(progressStatus({ given: 3, ready: false })).toBe("busy");
    expect(progressStatus({ given: 0, ready: true })).toBe("ready");
  });
});

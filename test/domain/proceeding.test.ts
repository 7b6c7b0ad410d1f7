import { describe, expect, it } from "vitest";
import {
  answerDue,
  asksNewDecision,
  lastDayToObject,
  mendedDue,
  openStep,
  postponedDue,
  proceedingOutcomes,
  timeliness,
} from "../../app/domain/proceeding.ts";
import { refusal } from "./weighing-example.ts";

const at = (text: string) => Date.parse(text.length === 10 ? `${text}T00:00:00Z` : text);
const asText = (moment: number) => new Date(moment).toISOString().slice(0, 10);

describe("the term to object", () => {
  it.each([
    ["2026-03-02", "2026-04-13", "six weeks from the day after"],
    ["2026-03-02T23:59:00Z", "2026-04-13", "whatever the time of that day"],
    ["2026-02-20", "2026-04-07", "on over Good Friday, the weekend and Easter Monday"],
    ["2026-11-13", "2026-12-28", "on over Christmas and the weekend"],
  ])("of a decision made known at %s ends on %s: %s", (madeKnown, last) => {
    expect(asText(lastDayToObject(at(madeKnown)))).toBe(last);
  });

  it.each([
    ["2026-04-13T22:00:00Z", "in_time"],
    ["2026-04-14", "if_posted"],
    ["2026-04-20", "if_posted"],
    ["2026-04-21", "late"],
    ["2026-03-01", "in_time"],
  ])("makes an objection received at %s %s", (received, expected) => {
    const term = { madeKnownAt: at("2026-03-02"), receivedAt: at(received) };
    expect(timeliness({ kind: "objection", ...term })).toBe(expected);
  });

  it("tells of an appeal only that the court sent it on within the term", () => {
    const sentOn = (received: string) => {
      const receivedAt = at(received);
      return timeliness({ kind: "appeal", madeKnownAt: at("2026-03-02"), receivedAt });
    };
    expect(sentOn("2026-04-13")).toBe("in_time");
    expect(sentOn("2026-04-14")).toBe("for_court");
    expect(sentOn("2026-06-01")).toBe("for_court");
  });

  it("does not run for a higher appeal or a request to look again", () => {
    const term = { madeKnownAt: at("2020-01-01"), receivedAt: at("2026-01-01") };
    expect(timeliness({ kind: "higher_appeal", ...term })).toBeNull();
    expect(timeliness({ kind: "review", ...term })).toBeNull();
  });
});

describe("the day on which it is to be answered", () => {
  const madeKnownAt = at("2026-03-02");

  it.each([
    ["objection", "2026-03-20", false, "2026-05-25"],
    ["objection", "2026-04-13", false, "2026-05-25"],
    ["objection", "2026-03-20", true, "2026-07-06"],
    // Late: counted from when it was received.
    ["objection", "2026-06-01", false, "2026-07-13"],
    ["appeal", "2026-03-20", false, "2026-04-17"],
    ["higher_appeal", "2026-03-20", true, "2026-04-17"],
    ["review", "2026-03-20", false, "2026-05-15"],
  ] as const)("of an %s of %s (committee: %s) is %s", (kind, received, committee, due) => {
    const receivedAt = at(`${received}T15:30:00Z`);
    expect(asText(answerDue({ kind, madeKnownAt, receivedAt, committee }))).toBe(due);
  });

  it("is put off by six weeks for an objection, whatever day is asked for", () => {
    const held = { kind: "objection", dueDate: at("2026-05-25") } as const;
    expect(asText(postponedDue({ ...held, until: null }))).toBe("2026-07-06");
    expect(asText(postponedDue({ ...held, until: at("2030-01-01") }))).toBe("2026-07-06");
  });

  it("is put off until a later day for an objection on another ground", () => {
    const held = { kind: "objection", dueDate: at("2026-05-25"), ground: "consent" } as const;
    expect(asText(postponedDue({ ...held, until: at("2026-08-01") }))).toBe("2026-08-01");
    expect(refusal(() => postponedDue({ ...held, until: null }))).toBe("required");
    expect(refusal(() => postponedDue({ ...held, until: held.dueDate }))).toBe("day_after_due");
  });

  it("is put off until a later day that was given, for the others", () => {
    const held = { kind: "appeal", dueDate: at("2026-04-17") } as const;
    expect(asText(postponedDue({ ...held, until: at("2026-05-01") }))).toBe("2026-05-01");
    expect(refusal(() => postponedDue({ ...held, until: null }))).toBe("required");
    expect(refusal(() => postponedDue({ ...held, until: held.dueDate }))).toBe("day_after_due");
  });

  it("follows the day of receipt when that was wrong, but not from a day that was agreed", () => {
    const late = { kind: "objection", madeKnownAt: at("2026-01-05"), extended: true } as const;
    const [before, receivedAt] = [at("2026-04-01"), at("2026-03-25")];
    const due = answerDue({ ...late, receivedAt: before, committee: true }) + 6 * 7 * 86_400_000;
    const mended = mendedDue({ ...late, dueDate: due, before, receivedAt });
    expect((due - mended) / 86_400_000).toBe(7);
    const agreed = at("2026-12-01");
    expect(mendedDue({ ...late, dueDate: agreed, before, receivedAt })).toBe(agreed);
    const appeal = { ...late, kind: "appeal", extended: false } as const;
    const sent = answerDue({ ...appeal, receivedAt: before });
    expect(asText(mendedDue({ ...appeal, dueDate: sent, before, receivedAt }))).toBe("2026-04-22");
  });

  it("needs real moments", () => {
    const received = { kind: "objection", madeKnownAt, receivedAt: Number.NaN } as const;
    expect(refusal(() => answerDue(received))).toBe("receivedAt");
    expect(refusal(() => timeliness(received))).toBe("receivedAt");
    expect(refusal(() => lastDayToObject(Infinity))).toBe("madeKnownAt");
  });
});

describe("what follows", () => {
  it("is a new decision after it was upheld, also in part", () => {
    expect(proceedingOutcomes.filter(asksNewDecision)).toEqual(["upheld", "partly_upheld"]);
  });

  it("is an outcome, then a new decision where one is due, then nothing", () => {
    expect(openStep({ outcome: null, newDecisionId: null })).toBe("outcome");
    expect(openStep({ outcome: "upheld", newDecisionId: null })).toBe("new_decision");
    expect(openStep({ outcome: "upheld", newDecisionId: "d2" })).toBeNull();
    expect(openStep({ outcome: "dismissed", newDecisionId: null })).toBeNull();
  });
});

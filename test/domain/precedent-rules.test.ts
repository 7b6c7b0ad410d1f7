import { describe, expect, it } from "vitest";
import {
  assertPrecedentMove,
  assertPublishable,
  nextPrecedentStatuses,
  precedentStatuses,
  precedentWarns,
  reviewDate,
} from "../../app/domain/precedent-rules.ts";
import { refusal } from "./weighing-example.ts";

describe("the status of a precedent", () => {
  it("becomes valid only after review, and ends for good", () => {
    const toValid = precedentStatuses.filter((from) =>
      nextPrecedentStatuses(from).includes("valid"),
    );
    expect(toValid).toEqual(["in_review"]);
    for (const ended of ["became_policy_rule", "outdated", "withdrawn"] as const) {
      expect(nextPrecedentStatuses(ended)).toEqual([]);
    }
  });

  it("goes on without a reason, and back or to an end with one", () => {
    expect(refusal(() => assertPrecedentMove({ from: "draft", to: "in_review" }))).toBeUndefined();
    expect(refusal(() => assertPrecedentMove({ from: "in_review", to: "draft" }))).toBe(
      "precedent_reason_required",
    );
    const outdated = { from: "valid", to: "outdated" } as const;
    expect(refusal(() => assertPrecedentMove({ ...outdated, reason: " " }))).toBe(
      "precedent_reason_required",
    );
    expect(refusal(() => assertPrecedentMove({ ...outdated, reason: "wetswijziging" }))).toBe(
      undefined,
    );
    expect(
      refusal(() => assertPrecedentMove({ from: "draft", to: "valid", reason: "haast" })),
    ).toBe("precedent_move_not_allowed");
  });

  it("lets only valid precedents warn", () => {
    expect(precedentStatuses.filter(precedentWarns)).toEqual(["valid"]);
  });
});

describe("publishing", () => {
  const publication = { editorId: "anna", publisherId: "bram", findings: [] };

  it("is done by a second person", () => {
    expect(refusal(() => assertPublishable(publication))).toBeUndefined();
    expect(refusal(() => assertPublishable({ ...publication, publisherId: "anna" }))).toBe(
      "precedent_second_person",
    );
  });

  it("is blocked by personal data, without repeating it", () => {
    const findings = [{ kind: "bsn", match: "123456782", index: 4 }];
    const act = () => assertPublishable({ ...publication, findings });
    expect(refusal(act)).toBe("precedent_personal_data");
    expect(act).toThrow(
      expect.objectContaining({ details: { findings: [{ kind: "bsn", index: 4 }] } }) as Error,
    );
  });
});

describe("the review of a precedent", () => {
  it("is due after 24 months, at the latest on the last day of a shorter month", () => {
    const day = (text: string) => Date.parse(`${text}T10:00:00Z`);
    expect(reviewDate(day("2025-03-15"))).toBe(day("2027-03-15"));
    expect(reviewDate(day("2024-02-29"))).toBe(day("2026-02-28"));
    expect(reviewDate(day("2025-08-31"), 6)).toBe(day("2026-02-28"));
    expect(refusal(() => reviewDate(Number.NaN))).toBe("publishedAt");
  });
});

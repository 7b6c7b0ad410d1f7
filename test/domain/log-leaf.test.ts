import { describe, expect, it } from "vitest";
import { isAboutScoring } from "../../app/domain/blind-events.ts";
import { contentCommitment, leafBytes, recordCommitment } from "../../app/domain/log-leaf.ts";
import type { LogEventFields } from "../../app/domain/log-leaf.ts";
import { sha256 } from "./sha256.ts";

const fields: LogEventFields = {
  at: 1_790_000_000_000,
  kind: "case.status_changed",
  subjectType: "case",
  subject: "case-1",
  organisation: "organisation-1",
  case: "case-1",
  session: null,
  actor: "00ff",
  actorId: "person-1",
  actorRoles: ["facilitator"],
  details: { to: "decided" },
  rows: [["cases", "case-1", "ab"]],
  processing: null,
  salt: "AAECAwQFBgcICQoLDA0ODw==",
  content: "c0",
  sealed: null,
  aboutScoring: false,
};

function textOf(event: LogEventFields): string {
  return new TextDecoder().decode(leafBytes(event, sha256));
}

describe("a leaf of the log", () => {
  it("has bytes that never change", () => {
    // The commitment was computed apart, with Python's hashlib.
    expect(textOf(fields)).toBe(
      '{"actor":"00ff","at":1790000000000,"case":"case-1","content":"c0","kind":"case.status_changed",' +
        '"organisation":"organisation-1",' +
        '"record":"03f391ffaaab61312ffa0c005f3373d4e6f03a03143882afc3f8d4f6ab8615b6",' +
        '"sealed":null,"session":null,"subject":"case-1","subjectType":"case","v":1}',
    );
  });

  it("names neither the person nor the details, but commits to them", () => {
    expect(textOf(fields)).not.toMatch(/person-1|facilitator|decided|AAEC/);
    const changes: Partial<LogEventFields>[] = [
      { at: 1 },
      { kind: "x" },
      { subjectType: "x" },
      { subject: "x" },
      { organisation: null },
      { case: null },
      { session: "x" },
      { actorId: "person-2" },
      { actorRoles: [] },
      { details: {} },
      { rows: [] },
      { processing: "p" },
      { salt: "AAEC" },
    ];
    const records = changes.map((change) => recordCommitment({ ...fields, ...change }, sha256));
    expect(new Set([...records, recordCommitment(fields, sha256)]).size).toBe(changes.length + 1);
  });

  it("says of scoring only that something was recorded", () => {
    const event = { ...fields, kind: "rating.saved", aboutScoring: isAboutScoring("rating.saved") };
    expect(Object.keys(JSON.parse(textOf(event)) as object)).toEqual([
      "content",
      "record",
      "sealed",
      "v",
    ]);
  });

  it("commits to content with its salt", () => {
    const [one, other] = [Uint8Array.of(1), Uint8Array.of(2)];
    expect(contentCommitment(one, { b: 1, a: 2 }, sha256)).toBe(
      contentCommitment(one, { a: 2, b: 1 }, sha256),
    );
    expect(contentCommitment(one, {}, sha256)).not.toBe(contentCommitment(other, {}, sha256));
  });
});

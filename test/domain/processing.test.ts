import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isProcessingKnown, processingActivities, processingOf } from "#app/domain/processing.ts";
import { nl } from "#app/i18n/nl/index.ts";

const named = Object.entries(nl.audit.event).flatMap(([subject, verbs]) =>
  Object.keys(verbs).map((verb) => `${subject}.${verb}`),
);

const recorded = ["app/server", "app/cli", "db"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
  )
  .flatMap((source) => [...source.matchAll(/\bkind: "([a-z-]+\.[a-z_-]+)"/g)])
  .map(([, kind = ""]) => kind);

test("of every kind of event it is known whether it processes data of the people of a case", () => {
  expect(recorded.length).toBeGreaterThan(80);
  expect([...new Set([...named, ...recorded])].filter((kind) => !isProcessingKnown(kind))).toEqual(
    [],
  );
});

test("every activity of the register has events, so that none is there for show", () => {
  const used = new Set(
    [...named, "export.made", "case.destroyed"].map(
      (kind) => processingOf({ kind, caseId: "a case" })?.activity,
    ),
  );
  expect(processingActivities.filter((activity) => !used.has(activity))).toEqual([]);
});

test.each([
  ["case.read", "a case", "handling"],
  ["rating.recorded", "a case", "scoring"],
  ["decision.taken", "a case", "deciding"],
  ["review.held", "a case", "follow-up"],
  ["precedent.created", "a case", "learning"],
  ["precedent.created", null, null],
  ["export.made", null, "accounting"],
  ["case.destroyed", "a case", "destroying"],
  ["login.opened", null, null],
  ["practice.saved", null, null],
] as const)("%s about %s is processed for %s", (kind, caseId, activity) => {
  expect(processingOf({ kind, caseId })?.activity ?? null).toBe(activity);
});

test("a kind nobody thought of counts as handling the case it is about", () => {
  expect(isProcessingKnown("comet.seen")).toBe(false);
  expect(processingOf({ kind: "comet.seen", caseId: "a case" })).toEqual({ activity: "handling" });
  expect(processingOf({ kind: "comet.seen" })).toBeNull();
});

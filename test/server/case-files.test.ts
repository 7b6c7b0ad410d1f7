import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { auditEvents, caseFiles, db, options, setEnvironment } from "#db";
import { newCaseSchema, stepSchemas } from "#app/schemas/case-file.ts";
import { getCase } from "#app/server/case-access.server.ts";
import { listLawReferences } from "#app/server/case-law-references.server.ts";
import { getCasePage } from "#app/server/case-page.server.ts";
import { getStepPage, saveStep } from "#app/server/case-steps.server.ts";
import { listClaims } from "#app/server/claims.server.ts";
import { searchCases } from "#app/server/case-search.server.ts";
import { arrange, freshDatabase } from "../support/database.ts";
import { newCase, newWorld, type Someone } from "./case-world.ts";

let world: Awaited<ReturnType<typeof newWorld>>;
let submitter: Someone;
let coordinator: Someone;

beforeEach(async () => {
  await freshDatabase();
  setEnvironment({ now: () => Date.UTC(2026, 2, 3) });
  world = await newWorld();
  submitter = await world.person("submitter");
  coordinator = await world.person("coordinator");
});

async function refusal(promise: Promise<unknown>) {
  try {
    await promise;
  } catch (thrown) {
    if (thrown instanceof Error) return "code" in thrown ? thrown.code : thrown.message;
    return (thrown as { init?: { status?: number } }).init?.status;
  }
  return "nothing refused";
}

describe("Starting a case", () => {
  it("counts the number up per organisation and year", async () => {
    const first = await getCase(coordinator, await newCase(submitter));
    const second = await getCase(coordinator, await newCase(submitter));
    setEnvironment({ now: () => Date.UTC(2027, 0, 5) });
    const next = await getCase(coordinator, await newCase(submitter));
    expect([first.number, second.number, next.number]).toEqual([
      "2026-0001",
      "2026-0002",
      "2027-0001",
    ]);
  });

  it("goes on after 9999 with a longer number", async () => {
    const id = await newCase(submitter);
    await arrange(async (tx) => {
      await tx.update(caseFiles).set({ number: "2026-9999" }).where(eq(caseFiles.id, id));
    });
    const after = await getCase(coordinator, await newCase(submitter));
    const later = await getCase(coordinator, await newCase(submitter));
    expect([after.number, later.number]).toEqual(["2026-10000", "2026-10001"]);
  });

  it("brings strict application along as option 0", async () => {
    const id = await newCase(submitter);
    const found = await db.read.select().from(options).where(eq(options.caseId, id));
    expect(found).toMatchObject([{ position: 0, level: 0, title: "Strikte toepassing" }]);
  });

  it("makes one case when the same form is sent twice", async () => {
    const first = await newCase(submitter, "Dubbel", "key-1");
    const second = await newCase(submitter, "Dubbel", "key-1");
    expect(second).toBe(first);
    expect(await db.read.select().from(caseFiles)).toHaveLength(1);
  });

  it("refuses a day of receipt in the future and a scope of elsewhere", async () => {
    const { createCase } = await import("#app/server/case-files.server.ts");
    const base = { title: "T", story: "", scopeId: null, receivedAt: null };
    const tomorrow = Date.UTC(2026, 2, 4);
    expect(await refusal(createCase(submitter, { ...base, receivedAt: tomorrow }))).toBe(
      "date_past",
    );
    const scopeId = "00000000-0000-7000-8000-000000000000";
    expect(await refusal(createCase(submitter, { ...base, scopeId }))).toBe("unknown_option");
    expect(newCaseSchema.safeParse({ title: "x".repeat(151) }).success).toBe(false);
  });
});

describe("Saving a step", () => {
  const law = (fields: Record<string, string>) =>
    stepSchemas.law.parse({ version: "1", ...fields });

  it("keeps references in their written form, once each, and refuses what is none", async () => {
    const caseId = await newCase(submitter);
    const input = law({ lawReferences: "bwbr0005537\nBWBR0005537\nECLI:NL:CRVB:2025:604" });
    await saveStep(submitter, { caseId, step: "law", input });
    expect(await listLawReferences(caseId)).toEqual([
      { kind: "bwb", value: "BWBR0005537" },
      { kind: "ecli", value: "ECLI:NL:CRVB:2025:604" },
    ]);
    const wrong = stepSchemas.law.safeParse({ version: "1", lawReferences: "artikel 4" });
    expect(wrong.error?.issues[0]?.message).toBe("law_reference");
  });

  it("shows both texts and changes nothing when someone else saved the same step", async () => {
    const caseId = await newCase(submitter);
    await saveStep(coordinator, { caseId, step: "law", input: law({ pinch: "van de ander" }) });
    const mine = saveStep(submitter, { caseId, step: "law", input: law({ pinch: "van mij" }) });
    await expect(mine).rejects.toMatchObject({
      code: "stale_version",
      details: { conflict: [{ field: "pinch", theirs: "van de ander", yours: "van mij" }] },
    });
    expect((await getCase(submitter, caseId)).pinch).toBe("van de ander");
  });

  it("lets two people save different steps", async () => {
    const caseId = await newCase(submitter);
    const { base } = await getStepPage(submitter, caseId, "law");
    const people = stepSchemas.people.parse({ version: "1", contactPerson: "Team Toeslagen" });
    await saveStep(coordinator, { caseId, step: "people", input: people });
    await saveStep(submitter, { caseId, step: "law", input: law({ pinch: "knelt", base }) });
    expect(await getCase(submitter, caseId)).toMatchObject({
      pinch: "knelt",
      contactPerson: "Team Toeslagen",
      savedSteps: ["people", "law"],
      version: 3,
    });
  });

  it("lets only a coordinator extend the legal term", async () => {
    const caseId = await newCase(submitter);
    const input = law({ extendedUntil: "2026-06-01" });
    await saveStep(submitter, { caseId, step: "law", input });
    expect((await getCase(submitter, caseId)).extendedUntil).toBeNull();
    await saveStep(coordinator, { caseId, step: "law", input: { ...input, version: 2 } });
    expect((await getCase(submitter, caseId)).extendedUntil).toBe(Date.UTC(2026, 5, 1));
  });

  it("keeps facts and claims, and finds the case by an established fact", async () => {
    const caseId = await newCase(submitter);
    const { facts } = await getStepPage(submitter, caseId, "facts");
    const fact = facts.find(({ label }) => label === "Verkeerd ingelicht door de instantie");
    const id = fact?.id ?? "";
    const input = stepSchemas.facts.parse({
      version: "1",
      facts: { [id]: { answer: "yes", note: "brief", source: "" } },
    });
    await saveStep(submitter, { caseId, step: "facts", input });
    const claims = stepSchemas.options.parse({
      version: "2",
      claims: [
        { id: "", label: "Terugvordering", cents: "1.234,56" },
        { id: "", label: "", cents: "" },
      ],
    });
    await saveStep(submitter, { caseId, step: "options", input: claims });
    expect(await listClaims(caseId)).toMatchObject([{ label: "Terugvordering", cents: 123456 }]);
    const page = await getCasePage(submitter, caseId);
    expect(page.facts).toMatchObject([{ id, answer: "yes", note: "brief" }]);
    const found = await searchCases(coordinator, { text: "ingelicht", page: 1 }, {});
    expect(found.items.map((item) => item.id)).toEqual([caseId]);
  });

  it("writes field names to the log, never the text itself", async () => {
    const caseId = await newCase(submitter);
    await saveStep(submitter, { caseId, step: "law", input: law({ pinch: "geheime tekst" }) });
    const events = await db.read.select().from(auditEvents).where(eq(auditEvents.caseId, caseId));
    expect(events.at(-1)).toMatchObject({
      kind: "case.step_saved",
      details: { step: "law", fields: ["pinch"] },
    });
    expect(JSON.stringify(events)).not.toContain("geheime tekst");
  });
});

describe("Who may read and change a case", () => {
  it("is invisible to another organisation and to another submitter", async () => {
    const caseId = await newCase(submitter);
    for (const someone of [
      await world.outsider("coordinator"),
      await world.outsider("auditor"),
      await world.person("submitter"),
      await world.person("assessor"),
    ]) {
      expect(await refusal(getCasePage(someone, caseId))).toBe(404);
      expect(await refusal(getStepPage(someone, caseId, "law"))).toBe(404);
    }
  });

  it("keeps special data from those who do not need them", async () => {
    const caseId = await newCase(submitter);
    const input = stepSchemas.people.parse({ version: "1", specialHealth: "yes" });
    await saveStep(submitter, { caseId, step: "people", input });
    const seen = async (...roles: Parameters<typeof world.person>) =>
      refusal(getCasePage(await world.person(...roles), caseId));
    expect(await seen("executive")).toBe(404);
    expect(await seen("policy_advisor")).toBe(404);
    expect(await seen("auditor")).toBe("nothing refused");
    expect(await seen("decision_maker")).toBe("nothing refused");
  });

  it("is closed to the submitter from scoring on, and to the coordinator after the decision", async () => {
    const caseId = await newCase(submitter);
    const { moveCase } = await import("#app/server/case-status.server.ts");
    const to = async (status: "scoring" | "follow_up") => {
      await db.write(coordinator.actor, (tx) =>
        moveCase(tx, { id: caseId }, status, { personId: coordinator.person.id }),
      );
    };
    const input = stepSchemas.law.parse({ version: "1" });
    await to("scoring");
    expect(await refusal(saveStep(submitter, { caseId, step: "law", input }))).toBe(
      "case_not_editable",
    );
    await saveStep(coordinator, { caseId, step: "law", input });
    await to("follow_up");
    const late = saveStep(coordinator, { caseId, step: "law", input: { ...input, version: 2 } });
    expect(await refusal(late)).toBe("case_not_editable");
    expect((await getStepPage(coordinator, caseId, "law")).status).toBe(409);
  });
});

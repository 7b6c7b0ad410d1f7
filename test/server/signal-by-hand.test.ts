import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { auditEvents, caseFiles, db, environment, openContent, setEnvironment, signals } from "#db";
import { raiseByHand } from "#app/server/signal-new.server.ts";
import { getSignalPage } from "#app/server/signal-page.server.ts";
import { freshDatabase } from "../support/database.ts";
import { newCase, newWorld, type Someone } from "./case-world.ts";

let made: Awaited<ReturnType<typeof newWorld>>;
let lead: Someone;

beforeEach(async () => {
  setEnvironment({ now: () => Date.UTC(2026, 5, 1, 9) });
  await freshDatabase();
  made = await newWorld();
  lead = await made.person("coordinator");
});
afterAll(() => setEnvironment({}));

const all = () => db.read.select().from(signals).orderBy(signals.number);
const page = (access: Someone, id: string) => getSignalPage(access, id);

describe("raising a signal by hand", () => {
  it("keeps with a case that it is an incident, and raises nothing", async () => {
    const caseId = await newCase(await made.person("submitter"));
    const input = {
      ...{
        title: "",
        description: "Eenmalig",
        scopeId: null,
        source: "case" as const,
        caseIds: [],
      },
      ...{ sessionId: null, doorId: null },
    };
    expect(await raiseByHand(lead, { ...input, kind: "incident", caseId })).toBeNull();
    const [row] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
    expect(row?.answers.incident_or_structural).toBe("Incident. Eenmalig");
    const unease = { ...input, source: "unease" as const, kind: "incident" as const };
    expect(await raiseByHand(lead, { ...unease, caseId: null })).toBeNull();
    const logged = await db.read.select().from(auditEvents);
    const event = logged.findLast(({ kind }) => kind === "signal.incident");
    expect(event && openContent(event)?.content).toEqual({ description: "Eenmalig" });
    expect(await all()).toEqual([]);
    const id = await raiseByHand(lead, { ...input, kind: "structural", title: "Titel", caseId });
    expect((await page(lead, id ?? "")).cases.map((one) => one.id)).toEqual([caseId]);
    const unknown = { ...input, kind: "structural" as const, title: "Nog een", caseId };
    await raiseByHand(lead, { ...unknown, sessionId: environment.newId() });
    expect((await all()).map(({ sessionId }) => sessionId)).toEqual([null, null]);
  });

  it("takes along only cases that somebody may see", async () => {
    const caseId = await newCase(await made.person("submitter"));
    const assessor = await made.person("assessor");
    const input = {
      ...{ kind: "structural" as const, title: "Titel", description: "", scopeId: null },
      ...{ source: "unease" as const, caseIds: [caseId], sessionId: null, doorId: null },
    };
    const id = await raiseByHand(assessor, { ...input, caseId: null });
    expect((await page(lead, id ?? "")).cases).toEqual([]);
    const unseen = raiseByHand(assessor, { ...input, caseId });
    await expect(unseen).rejects.toMatchObject({ init: { status: 404 } });
  });
});

import { beforeAll, expect, test, vi } from "vitest";
import { and, asc, eq, ne } from "drizzle-orm";
import { agendaItems, auditEvents, caseFiles, db, decisions, people } from "#db";
import { fileHolds } from "../../app/domain/decision-file.ts";
import { formatVerifierKey } from "../../app/domain/signed-note.ts";
import { checkDecisionFile } from "../../app/schemas/decision-file.ts";
import { downloadDecisionFile } from "../../app/server/decision-file.server.ts";
import { sealOlderDossiers } from "../../app/server/dossier-sealing.server.ts";
import { currentSigner, rotateKey } from "../../app/server/log-keys.server.ts";
import { blindSince } from "../../app/server/log-search.server.ts";
import { downloadDecision } from "../../app/server/pdf-downloads.server.ts";
import { arrange, openCopy } from "../support/database.ts";
import { as, caseNamed, changeCase, take } from "../support/decision-drafts.ts";
import { exampleContent } from "../support/example.ts";

beforeAll(async () => {
  await openCopy(await exampleContent());
});

async function kindsOf(decisionId: string): Promise<string[]> {
  const rows = await db.read
    .select({ kind: auditEvents.kind })
    .from(auditEvents)
    .where(eq(auditEvents.subjectId, decisionId))
    .orderBy(asc(auditEvents.sequence));
  return rows.map(({ kind }) => kind);
}

async function download(name: string, place: { caseId: string; decisionId: string }) {
  const response = await downloadDecisionFile(await as(name, "case.read"), place);
  if (!(response instanceof Response)) throw new Error("There is no file");
  expect(response.headers.get("Content-Type")).toBe("application/zip");
  return new Uint8Array(await response.arrayBuffer());
}

async function check(zip: Uint8Array) {
  const { key } = await currentSigner(db.read);
  const checks = checkDecisionFile(zip, { verifierKey: formatVerifierKey(key) });
  expect(checks.filter(({ state }) => state === "broken")).toEqual([]);
  expect(fileHolds(checks)).toBe(true);
  return checks.map(({ code }) => code);
}

test("a decision that is taken is committed to at once, and its file holds", async () => {
  const caseId = (await caseNamed("Weduwe in Turkije")).id;
  const decisionId = await take("Ingrid Wolters", caseId);
  const codes = await check(await download("Ingrid Wolters", { caseId, decisionId }));
  expect(codes).toEqual(expect.arrayContaining(["logged_at", "in_log", "key_expected"]));
  expect(await kindsOf(decisionId)).not.toContain("decision.dossier_sealed");
  expect(await kindsOf(decisionId)).toContain("decision.file_downloaded");
});

async function olderDecision() {
  const [older] = await db.read
    .select({ caseId: decisions.caseId, decisionId: decisions.id })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(and(eq(decisions.status, "taken"), eq(caseFiles.specialHealth, false)))
    .orderBy(asc(decisions.takenAt))
    .limit(1);
  if (!older) throw new Error("There is no older decision");
  return older;
}

async function sealedAfterwards(): Promise<string[]> {
  const rows = await db.read
    .select({ id: auditEvents.subjectId })
    .from(auditEvents)
    .where(eq(auditEvents.kind, "decision.dossier_sealed"));
  return rows.map(({ id }) => id);
}

test("while somebody scores blind no download of an older decision adds to the log", async () => {
  const older = await olderDecision();
  expect(await blindSince()).not.toBeNull();
  const answer = await downloadDecisionFile(await as("Ingrid Wolters", "case.read"), older);
  expect(answer.status).toBe(303);
  expect(answer.headers.get("Location")).toMatch(new RegExp(`/besluiten/${older.decisionId}$`));
  expect(answer.headers.get("Set-Cookie")).toContain("warning.dossier_being_made");
  expect(await kindsOf(older.decisionId)).not.toContain("decision.dossier_sealed");
  expect(await kindsOf(older.decisionId)).not.toContain("decision.file_downloaded");
});

test("older decisions are all committed to after a start, each once, also when it is broken off", async () => {
  const before = (
    await db.read.select({ id: decisions.id }).from(decisions).where(ne(decisions.status, "draft"))
  ).length;
  const ending = new AbortController();
  const broken = sealOlderDossiers(ending.signal);
  await vi.waitFor(async () => expect(await sealedAfterwards()).not.toHaveLength(0));
  ending.abort();
  const first = await broken;
  expect(first).toBeGreaterThan(0);
  const rest = await Promise.all([sealOlderDossiers(), sealOlderDossiers()]);
  const sealed = await sealedAfterwards();
  expect(first + rest[0] + rest[1]).toBe(sealed.length);
  expect(new Set(sealed).size).toBe(sealed.length);
  // All but the one that was taken above.
  expect(sealed).toHaveLength(before - 1);
  expect(await sealOlderDossiers()).toBe(0);
});

test("the file of an older decision says that it was committed to afterwards", async () => {
  const older = await olderDecision();
  const first = await download("Ingrid Wolters", older);
  expect(await check(first)).toContain("sealed_afterwards");
  expect(await download("Ingrid Wolters", older)).toEqual(first);
  const kinds = await kindsOf(older.decisionId);
  expect(kinds.filter((kind) => kind === "decision.file_downloaded")).toHaveLength(2);
  await rotateKey();
  expect(await check(await download("Ingrid Wolters", older))).toContain("key_expected");
});

test("of a case with facts about health only roles that see all of these take the file or the PDF along", async () => {
  const caseId = (await caseNamed("Weduwe in Turkije")).id;
  const [row] = await db.read.select().from(decisions).where(eq(decisions.caseId, caseId));
  const place = { caseId, decisionId: row?.id ?? "" };
  await changeCase(caseId, { specialHealth: true });
  await expect(download("Hülya Demir", place)).rejects.toMatchObject({ init: { status: 404 } });
  const [submitter] = await db.read.select().from(caseFiles).where(eq(caseFiles.id, caseId));
  const own = await as(await nameOf(submitter?.submitterId ?? ""), "case.read");
  await expect(downloadDecisionFile(own, place)).rejects.toMatchObject({ init: { status: 403 } });
  const pdf = downloadDecision(own, caseId, place.decisionId);
  await expect(pdf).rejects.toMatchObject({ init: { status: 403 } });
  await check(await download("Ingrid Wolters", place));
});

test("who takes the PDF along stands in the log of readings", async () => {
  const caseId = (await caseNamed("Weduwe in Turkije")).id;
  const [row] = await db.read.select().from(decisions).where(eq(decisions.caseId, caseId));
  await downloadDecision(await as("Ingrid Wolters", "case.read"), caseId, row?.id ?? "");
  const read = await db.read
    .select({ details: auditEvents.details })
    .from(auditEvents)
    .where(and(eq(auditEvents.caseId, caseId), eq(auditEvents.kind, "case.read")));
  expect(read.map(({ details }) => details.page)).toContain("decision-pdf");
});

test("where nobody scores, an older decision is committed to when its file is first asked for", async () => {
  await openCopy(await exampleContent());
  await arrange((tx) => tx.update(agendaItems).set({ phase: "prepare" }));
  const older = await olderDecision();
  await check(await download("Ingrid Wolters", older));
  await check(await download("Ingrid Wolters", older));
  expect(await sealedAfterwards()).toEqual([older.decisionId]);
});

async function nameOf(id: string): Promise<string> {
  const [person] = await db.read.select().from(people).where(eq(people.id, id));
  return person?.name ?? "";
}

import { existsSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { and, eq, isNotNull } from "drizzle-orm";
import pg from "pg";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import {
  auditEvents,
  caseFiles,
  caseKeys,
  costLines,
  db,
  decisions,
  destroyCaseKey,
  destructions,
  dialect,
  documents,
  keysFolder,
  options,
  precedents,
  signalCases,
  signals,
  sqlite,
  systemActor,
} from "#db";
import { caseRows } from "#db/case-rows.ts";
import type { Role } from "#app/domain/rights.ts";
import { countCase } from "#app/server/case-removal.server.ts";
import { getCase } from "#app/server/case-access.server.ts";
import { destroyAgain } from "#app/server/destroyed-again.server.ts";
import { finishDestructions } from "#app/server/destruction-finishing.server.ts";
import {
  approveDestruction,
  proposeDestruction,
  refuseDestruction,
  withdrawDestruction,
} from "#app/server/destructions.server.ts";
import { liftHold, listHolds, placeHold } from "#app/server/legal-holds.server.ts";
import { changePeriod, listOverdue } from "#app/server/retention-periods.server.ts";
import { getDestructionPage } from "#app/server/retention-pages.server.ts";
import { verifyLog } from "#app/server/log-verification.server.ts";
import { loadExampleData } from "#app/server/example-data.server.ts";
import { refreshCost } from "#app/server/signal-raising.server.ts";
import { settings } from "#app/server/settings.server.ts";
import { contentAfter, contentNow, openCopy, type Content } from "../support/database.ts";
import { examplePeople, organisationNamed } from "../support/example.ts";
import { foundIn, marking } from "../support/marks.ts";
import { accessOf, type Someone } from "./case-world.ts";
import { markCase } from "./marked-case.ts";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

let organisationId = "";
let people: Awaited<ReturnType<typeof examplePeople>> = [];

// A mark of a destroyed case must not meet the same example in another suite.
if (dialect === "postgres")
  process.env.KEYS_DIR = mkdtempSync(join(tmpdir(), "maatwerkplaats-keys-"));

let content: Content;
beforeAll(async () => {
  settings().documentsDir = mkdtempSync(join(tmpdir(), "maatwerkplaats-documents-"));
  content = await contentAfter(() => loadExampleData());
});

beforeEach(async () => {
  await openCopy(content);
  settings().documentsDir = mkdtempSync(join(tmpdir(), "maatwerkplaats-documents-"));
  organisationId = (await organisationNamed("Uitkeringsdienst")).id;
  people = await examplePeople();
});

/** Somebody with these roles, whatever roles the person has otherwise. */
function as(...roles: Role[]): Someone {
  const [role] = roles;
  const found = people.find(
    (person) => person.organisationId === organisationId && person.roles.some((r) => r === role),
  );
  if (!found) throw new Error(`No ${role}`);
  return accessOf(found.id, organisationId, roles);
}

async function caseNumbered(number: string) {
  const own = eq(caseFiles.organisationId, organisationId);
  const [row] = await db.read
    .select()
    .from(caseFiles)
    .where(and(own, eq(caseFiles.number, number)));
  if (!row) throw new Error(`No case ${number}`);
  return row;
}

/** Proposed by one, approved by another. */
async function destroy(caseId: string): Promise<string> {
  const proposal = { caseId, ground: "erasure_request" } as const;
  const id = await proposeDestruction(as("coordinator"), proposal);
  await approveDestruction(as("executive"), { id, version: 1 });
  return id;
}

// Of a server that was given the files are not ours to read.
const ownFiles = test.skipIf(process.env.TEST_DATABASE_URL !== undefined);

ownFiles(
  "of a destroyed case no text is left in any file, and the whole log still verifies",
  async () => {
    const { id: caseId } = await caseNumbered("2026-0001");
    const { mark, marks } = marking();
    await markCase(caseId, mark);
    const full = await countCase(db.read, caseId);
    expect(caseRows.map(({ name }) => name).filter((name) => !full.rows[name])).toEqual([]);
    const files = await filesOfInstallation();
    // What is encrypted was never there to be found; all the rest is, so the search for it works.
    expect(marks.size - foundIn(files, marks).size).toBe(1);
    const id = await destroy(caseId);
    expect(await finishDestructions({ now: true })).toEqual({ finished: 1, waiting: 0 });
    await renewWriteAheadLog();
    expect(foundIn(files, marks)).toEqual(new Map());

    const verified = await verifyLog();
    expect(verified.findings).toEqual([]);
    expect(verified.destroyed).toBeGreaterThan(0);
    const [event] = await db.read
      .select()
      .from(auditEvents)
      .where(eq(auditEvents.kind, "case.destroyed"));
    expect((await countCase(db.read, caseId)).rows).toEqual({});
    const page = await getDestructionPage(as("auditor"), id);
    expect(page.destruction.completedAt).not.toBeNull();
    // Somebody scores in the example: the number of an event would tell how far that is.
    expect(page.proof).toMatchObject({ sequence: null, destroyedAt: event?.at });
    await expect(getCase(as("auditor"), caseId)).rejects.toMatchObject({ init: { status: 410 } });
    await expect(getCase(as("assessor"), caseId)).rejects.toMatchObject({ init: { status: 404 } });
  },
);

test("a published precedent stays on its own when its case is destroyed", async () => {
  const [source] = await db.read
    .select({ caseId: decisions.caseId, precedent: precedents })
    .from(precedents)
    .innerJoin(decisions, eq(decisions.id, precedents.decisionId))
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(
      and(
        eq(precedents.organisationId, organisationId),
        isNotNull(precedents.publishedAt),
        eq(caseFiles.status, "closed"),
      ),
    );
  if (!source) throw new Error("No closed case with a published precedent");
  await destroy(source.caseId);
  const [left] = await db.read
    .select()
    .from(precedents)
    .where(eq(precedents.id, source.precedent.id));
  const { decisionId, version, ...same } = source.precedent;
  expect(left).toEqual({ ...same, decisionId: null, version: version + 1 });
  expect(decisionId).not.toBeNull();
});

test("a signal counts its cost anew without a destroyed case, unless somebody wrote the amounts", async () => {
  const { id: caseId, receivedAt } = await caseNumbered("2026-0001");
  const { id: otherId } = await caseNumbered("2026-0002");
  const own = await db.read
    .select({ id: signals.id })
    .from(signals)
    .where(eq(signals.organisationId, organisationId))
    .orderBy(signals.id);
  const [counted = "", written = ""] = own.map(({ id }) => id);
  const amounts = async () => {
    const rows = await db.read.select().from(signals).orderBy(signals.id);
    const found = [counted, written].map((id) => rows.find((row) => row.id === id));
    return found.map((row) => [row?.casesPerYear, row?.centsPerCase]);
  };
  await db.write(systemActor, async (tx) => {
    await tx.update(caseFiles).set({ status: "closed" }).where(eq(caseFiles.id, caseId));
    await tx.update(caseFiles).set({ receivedAt }).where(eq(caseFiles.id, otherId));
    await tx.delete(signalCases);
    // Of both ways it must be known what they cost.
    for (const { id } of await tx.select().from(options).where(eq(options.caseId, caseId))) {
      const once = { bearer: "own_organisation", recurrence: "once", certainty: "known" } as const;
      const line = { id: `cost-${id}`, optionId: id, post: "Uitvoering", ...once };
      await tx.insert(costLines).values({ ...line, cents: 12_345, position: 9 });
    }
    for (const [signalId, id] of [
      [counted, caseId],
      [counted, otherId],
      [written, caseId],
    ] as const) {
      await tx.insert(signalCases).values({ signalId, caseId: id, addedAt: receivedAt });
    }
    await tx.update(signals).set({ costBasis: "" }).where(eq(signals.id, counted));
    const byHand = { costBasis: "Geteld door de afdeling", casesPerYear: 40, centsPerCase: 100 };
    await tx.update(signals).set(byHand).where(eq(signals.id, written));
    const [row] = await tx.select().from(signals).where(eq(signals.id, counted));
    if (row) await refreshCost(tx, row);
    await tx.record({ kind: "test.case", subject: { type: "case", id: caseId } });
  });
  const before = await amounts();
  expect(before).toEqual([
    [2, expect.any(Number)],
    [40, 100],
  ]);
  await destroy(caseId);
  const after = await amounts();
  expect(after[0]?.[0]).toBe(1);
  expect(after[0]?.[1]).not.toBe(before[0]?.[1]);
  expect(after[1]).toEqual([40, 100]);
  expect((await verifyLog()).findings).toEqual([]);
});

test("nobody approves the own proposal, and a hold stops proposing and approving", async () => {
  const { id: caseId } = await caseNumbered("2023-0001");
  const both = as("coordinator", "executive");
  const proposal = { caseId, ground: "erasure_request" } as const;
  const keeper = as("coordinator");

  await placeHold(keeper, { caseId, reason: "Er loopt een beroep." });
  await expect(proposeDestruction(both, proposal)).rejects.toThrow("case_held");
  const [hold] = await listHolds(caseId);
  await liftHold(keeper, { caseId, holdId: hold?.id ?? "" });
  const id = await proposeDestruction(both, proposal);
  await expect(proposeDestruction(keeper, proposal)).rejects.toThrow("destruction_open");
  const answer = { id, version: 1 };
  await expect(approveDestruction(both, answer)).rejects.toThrow("destruction_second_person");
  await expect(withdrawDestruction(as("executive"), answer)).rejects.toMatchObject({
    init: { status: 403 },
  });
  await placeHold(keeper, { caseId, reason: "Toch beroep." });
  await expect(approveDestruction(as("executive"), answer)).rejects.toThrow("case_held");
  await withdrawDestruction(both, answer);
  await expect(refuseDestruction(as("executive"), answer)).rejects.toThrow("destruction_decided");
  expect((await caseNumbered("2023-0001")).id).toBe(caseId);
});

test("only a case that has ended can go, and on the ground of its period only when that is over", async () => {
  const keeper = as("coordinator");
  const open = await caseNumbered("2026-0008");
  await expect(
    proposeDestruction(keeper, { caseId: open.id, ground: "registered_by_mistake" }),
  ).rejects.toThrow("case_not_ended");

  const old = await caseNumbered("2022-0001");
  const proposal = { caseId: old.id, ground: "period_over" } as const;
  await expect(proposeDestruction(keeper, proposal)).rejects.toThrow("period_not_over");
  const manager = as("privacy_officer");
  const chosen = { outcome: "decided", months: 1, source: "Selectielijst" } as const;
  await changePeriod(manager, { ...chosen, version: 0 });
  await expect(changePeriod(manager, { ...chosen, version: 0 })).rejects.toThrow("stale_version");
  const numbers = async () => (await listOverdue(manager, null)).cases.map((row) => row.number);
  expect(await numbers()).toContain("2022-0001");
  await proposeDestruction(keeper, proposal);
  expect(await numbers()).not.toContain("2022-0001");
});

test("a process that was killed after the change finishes the destruction at its next start", async () => {
  const { id: caseId } = await caseNumbered("2022-0001");
  const [document] = await db.read.select().from(documents).where(eq(documents.caseId, caseId));
  const file = join(settings().documentsDir, document?.storedName ?? "");
  writeFileSync(file, "the document");
  const id = await destroy(caseId);
  expect(existsSync(file)).toBe(true);

  await openCopy(await contentNow());
  await finishDestructions({ now: true });
  expect(existsSync(file)).toBe(false);
  expect(caseKeys(caseId)).toBeNull();
  const [row] = await db.read.select().from(destructions).where(eq(destructions.id, id));
  expect(row?.completedAt).not.toBeNull();
  expect(row?.counts?.files).toBeUndefined();
});

test("a case that comes back with an older backup is destroyed again", async () => {
  const { id: caseId } = await caseNumbered("2026-0001");
  // As after restoring: the keys are of today, the database is of before.
  destroyCaseKey(caseId);
  expect(await destroyAgain()).toBeGreaterThan(0);
  expect((await countCase(db.read, caseId)).rows).toEqual({});
  expect(await db.read.select().from(destructions)).toEqual([]);
  expect(await destroyAgain()).toBe(0);
  expect((await verifyLog()).findings).toEqual([]);
});

async function filesOfInstallation(): Promise<string[]> {
  const besides = [settings().documentsDir, keysFolder()];
  if (dialect === "sqlite") return [dirname(sqlite().file), ...besides];
  const [row] = await asAdministrator(
    "select current_setting('data_directory') as folder, oid from pg_database where datname = current_database()",
  );
  const folder = String(row?.folder);
  // Beside the data is what the server writes in its log. A folder in `base` holds one database: those
  // of other tests are as large as these tests are many.
  const server = within(dirname(folder), [basename(folder)]);
  const shared = within(folder, ["base"]);
  return [...server, ...shared, join(folder, "base", String(row?.oid)), ...besides];
}

/** What lies in a folder, but for these. */
function within(folder: string, except: string[]): string[] {
  return readdirSync(folder)
    .filter((name) => !except.includes(name))
    .map((name) => join(folder, name));
}

/** What the administrator of a PostgreSQL server does afterwards. */
async function renewWriteAheadLog(): Promise<void> {
  if (dialect === "sqlite") return;
  await asAdministrator("alter system set wal_recycle = off");
  await asAdministrator("select pg_reload_conf()");
  await asAdministrator("select pg_switch_wal()");
  for (let round = 0; round < 2; round += 1) await asAdministrator("checkpoint");
}

async function asAdministrator(statement: string): Promise<Record<string, unknown>[]> {
  const url = new URL(process.env.DATABASE_URL ?? "");
  url.username = "postgres";
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

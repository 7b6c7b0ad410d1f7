import { desc, eq } from "drizzle-orm";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import {
  agendaItems,
  auditEvents,
  caseFiles,
  db,
  decisions,
  openDatabase,
  people,
  postgres,
  dialect,
  setEnvironment,
  sqlite,
} from "#db";
import { isAboutScoring } from "../../app/domain/blind-events.ts";
import { readingKinds } from "../../app/domain/reading.ts";
import { logPlace, type LogPlace } from "../../app/schemas/audit-filters.ts";
import type { Right } from "../../app/domain/rights.ts";
import { getAuditLog } from "../../app/server/audit-log.server.ts";
import { getBlindnessPage } from "../../app/server/blindness-proof.server.ts";
import { getCasePage } from "../../app/server/case-page.server.ts";
import { getDecisionLife } from "../../app/server/decision-life.server.ts";
import { getDepartures } from "../../app/server/departures.server.ts";
import { getDocumentsPage } from "../../app/server/documents.server.ts";
import { logPage } from "../../app/server/log-pages.server.ts";
import type { LogSearch } from "../../app/server/log-search.server.ts";
import { exportProcessing, getProcessing } from "../../app/server/processing.server.ts";
import { getReadings } from "../../app/server/readings-log.server.ts";
import { revealItem } from "../../app/server/reveal.server.ts";
import { undoReady } from "../../app/server/scoring.server.ts";
import { openSecondRound } from "../../app/server/second-round.server.ts";
import { contentAfter, contentNow, openCopy, type Content } from "../support/database.ts";
import { exampleContent, examplePeople } from "../support/example.ts";
import { scoreAll, scoreWithOneDifference } from "../support/second-round-world.ts";
import {
  accessOf,
  makeWorld,
  openedSession,
  type Name,
  type World,
} from "../support/session-world.ts";

let world: World;
let address: { sessionId: string; caseId: string };
let opened: Content;
let scored: Content;
let revealed: Content;
let second: Content;

beforeAll(async () => {
  second = await contentAfter(async () => {
    world = await makeWorld();
    address = await openedSession(world);
    opened = await contentNow();
    await scoreWithOneDifference(world, address);
    scored = await contentNow();
    await revealItem(await as("lead", "session.lead"), address, "");
    revealed = await contentNow();
    await openSecondRound(await as("lead", "session.lead"), address);
  });
}, 60_000);

afterEach(() => setEnvironment({}));

function as<R extends Right>(name: Name, right: R) {
  return accessOf(world.ids[name], right);
}

const proof = async () => getBlindnessPage(await as("auditor", "audit.read"), address.sessionId);

async function rounds() {
  const [item] = (await proof()).items;
  return item?.rounds ?? [];
}

describe("the proof of blindness of a session", () => {
  test("is the same whatever people do, until the reveal", async () => {
    await openCopy(opened);
    const before = JSON.stringify(await proof());
    await openCopy(scored);
    const after = JSON.stringify(await proof());
    expect(after).toBe(before);
    expect(await rounds()).toMatchObject([
      { round: 1, revealedAt: null, verdict: null, findings: [], readings: null },
    ]);
  });

  test("says after the reveal that the round was blind, and from when on who could read what", async () => {
    await openCopy(revealed);
    const [round] = await rounds();
    expect(round).toMatchObject({ round: 1, verdict: "holds" });
    expect(round?.findings.map(({ weight }) => weight)).toEqual(Array(7).fill("holds"));
    const assessors = round?.sight.filter(({ part }) => part === "assessor") ?? [];
    expect(assessors).toHaveLength(6);
    for (const { own, others, answered } of assessors) {
      expect([own, others]).toEqual([round?.openedAt, round?.revealedAt]);
      expect(answered?.last).toBeLessThanOrEqual(round?.revealedAt ?? 0);
    }
    expect(round?.sight.find(({ part }) => part === "facilitator")?.own).toBeNull();
  });

  test("keeps to the first round while the second is blind", async () => {
    await openCopy(second);
    const before = await rounds();
    expect(before.map(({ verdict }) => verdict)).toEqual(["holds", null]);
    await scoreAll(world, address, { name: "legal1", values: [4, 4, 4] }).catch(() => undefined);
    expect(await rounds()).toEqual(before);
  });

  test("names who was not ready at the reveal", async () => {
    await openCopy(scored);
    await undoReady(await as("legal1", "session.score"), address);
    await revealItem(await as("lead", "session.lead"), address, "Ziek naar huis");
    const [round] = await rounds();
    expect(round?.verdict).toBe("remark");
    expect(round?.findings.find(({ check }) => check === "everyone_ready")).toMatchObject({
      weight: "remark",
      people: ["legal1"],
    });
  });

  test("finds a rating that was put in around the application", async () => {
    await openCopy(revealed);
    const [item] = await db.read.select().from(agendaItems);
    await around(
      `insert into gate_ratings (id, agenda_item_id, round, person_id, perspective, gate, option_id, answer, reason, updated_at)
       values ('00000000-0000-7000-8000-000000000001', '${item?.id}', 1, '${world.ids.late}', 'legal', 'X', '${world.optionIds[0]}', 'yes', '', ${Date.now() + 60_000})`,
    );
    const [round] = await rounds();
    expect(round?.verdict).toBe("broken");
    const broken = round?.findings.filter(({ weight }) => weight !== "holds") ?? [];
    expect(broken.map(({ check }) => check)).toEqual(["none_after", "all_in_log", "only_asked"]);
    expect(broken.map((finding) => finding.people)).toEqual(Array(3).fill(["late"]));
  });

  test("is not there for another organisation", async () => {
    await openCopy(revealed);
    const stranger = await accessOf(world.ids.stranger, "session.lead");
    await expect(getBlindnessPage(stranger as never, address.sessionId)).rejects.toMatchObject({
      init: { status: 404 },
    });
  });
});

/** A change that the application knows nothing of. */
async function around(statement: string): Promise<void> {
  if (dialect === "postgres") {
    const { url } = postgres();
    const { default: pg } = await import("pg");
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
    return;
  }
  const { default: Database } = await import("better-sqlite3");
  const file = new Database(sqlite().url);
  file.exec(statement);
  file.close();
}

async function readingsNow() {
  const rows = await db.read.select().from(auditEvents).orderBy(auditEvents.sequence);
  return rows
    .filter(({ kind }) => readingKinds.some((known) => known === kind))
    .map(({ actorId, caseId, details }) => [actorId, caseId, details.page]);
}

describe("reading a case", () => {
  test("is in the log once per person, case and page in ten minutes", async () => {
    await openCopy(revealed);
    let now = Date.now();
    setEnvironment({ now: () => now });
    const { lead, decider } = world.ids;
    const reader = await as("lead", "case.read");
    const read = () => getCasePage(reader, world.caseId);
    const before = (await readingsNow()).length;
    await read();
    await read();
    await getDocumentsPage(reader, world.caseId);
    await getCasePage(await as("decider", "case.read"), world.caseId);
    now += 11 * 60_000;
    await read();
    expect((await readingsNow()).slice(before)).toEqual([
      [lead, world.caseId, "case"],
      [lead, world.caseId, "documents"],
      [decider, world.caseId, "case"],
      [lead, world.caseId, "case"],
    ]);
  });

  test("goes on when nothing can be written", async () => {
    await openCopy(revealed);
    const reader = await as("lead", "case.read");
    const before = await readingsNow();
    await openDatabase((dialect === "postgres" ? postgres() : sqlite()).url, { mostWaiting: 0 });
    const page = await getCasePage(reader, world.caseId);
    expect(page.caseFile.id).toBe(world.caseId);
    expect(await readingsNow()).toEqual(before);
  });

  test("of what is not to be seen leaves no trace", async () => {
    await openCopy(revealed);
    const stranger = await accessOf(world.ids.stranger, "case.read");
    const before = await readingsNow();
    await expect(getCasePage(stranger, world.caseId)).rejects.toMatchObject({
      init: { status: 404 },
    });
    expect(await readingsNow()).toEqual(before);
  });

  test("is shown by person and case to who may know, and to nobody else in the log", async () => {
    await openCopy(revealed);
    await getCasePage(await as("decider", "case.read"), world.caseId);
    const officer = await as("auditor", "processing.read");
    const { items } = await getReadings(officer, { persoon: world.ids.decider });
    expect(items).toMatchObject([{ kind: "case.read", person: "decider", seesCase: true }]);
    const executive = { ...(await as("auditor", "audit.read")), roles: ["executive"] as const };
    const log = await getAuditLog(executive, {});
    expect(log.items.map(({ kind }) => kind)).not.toContain("case.read");
    expect(log.kinds.flatMap(({ kinds }) => kinds)).not.toContain("case.read");
  });
});

async function everyPage(search: LogSearch, size: number) {
  const found = [];
  let place: LogPlace | undefined;
  for (;;) {
    const { items, next } = await logPage(search, place, size);
    found.push(...items);
    if (next === null) return found;
    place = logPlace.parse(next);
  }
}

describe("searching the log", () => {
  test("gives every event that fits once, newest first, however it is asked for", async () => {
    await openCopy(await exampleContent());
    const all = await db.read.select().from(auditEvents).orderBy(desc(auditEvents.sequence));
    const home = all.find(({ kind }) => kind === "decision.taken");
    const organisationId = home?.organisationId ?? "";
    const moments = all.map(({ at }) => at).sort((a, b) => a - b);
    const [from, until] = [moments[40] ?? 0, moments[200] ?? 0];
    const asked: Omit<LogSearch, "organisationId">[] = [
      {},
      { from, until },
      { kinds: ["decision.taken", "decision.saved", "case.created"] },
      { kinds: ["case.status_changed"], from, until },
      { caseId: home?.caseId ?? "" },
      { caseId: home?.caseId ?? "", kinds: ["case.status_changed"] },
      { actorId: home?.actorId ?? "" },
      { actorId: home?.actorId ?? "", from, until, withoutKinds: ["case.step_saved"] },
      { kinds: [] },
    ];
    for (const search of asked) {
      const wanted = all.filter((event) => fits(event, { organisationId, ...search }));
      const found = await everyPage({ organisationId, ...search }, 30);
      const plain = wanted.filter(({ kind }) => !isAboutScoring(kind));
      const sequences = found
        .filter(({ kind }) => !isAboutScoring(kind))
        .map((event) => event.sequence);
      expect(new Set(sequences).size).toBe(sequences.length);
      expect(
        [...sequences].sort((a, b) => b - a),
        JSON.stringify(search),
      ).toEqual(plain.map(({ sequence }) => sequence));
    }
  }, 30_000);

  test("numbers nothing that came after a scoring that is not revealed", async () => {
    await openCopy(opened);
    const [item] = await db.read.select().from(agendaItems);
    const search = { organisationId: (await as("auditor", "audit.read")).organisation.id };
    const found = await everyPage(search, 3);
    const after = found.filter(({ at }) => at >= (item?.openedAt ?? 0));
    expect(after.length).toBeGreaterThan(0);
    expect(after.every(({ number }) => number === null)).toBe(true);
    expect(
      found.filter(({ at }) => at < (item?.openedAt ?? 0)).every((e) => e.number === e.sequence),
    ).toBe(true);
    await openCopy(revealed);
    expect((await everyPage(search, 50)).every(({ number }) => number !== null)).toBe(true);
  });
});

type Event = typeof auditEvents.$inferSelect;

function fits(event: Event, search: LogSearch): boolean {
  const { kinds, withoutKinds = [], actorId, caseId, from, until } = search;
  return (
    event.organisationId === search.organisationId &&
    (kinds?.includes(event.kind) ?? true) &&
    !withoutKinds.includes(event.kind) &&
    (actorId === undefined || event.actorId === actorId) &&
    (caseId === undefined || event.caseId === caseId) &&
    (from === undefined || event.at >= from) &&
    (until === undefined || event.at < until)
  );
}

describe("the record of processing", () => {
  const officer = () => as("auditor", "processing.read");

  test("tells nothing of a round that is not revealed", async () => {
    await openCopy(opened);
    const before = (await getProcessing(await officer(), { doel: "scoring" })).items;
    await openCopy(scored);
    expect((await getProcessing(await officer(), { doel: "scoring" })).items).toEqual(before);
    await openCopy(revealed);
    const after = (await getProcessing(await officer(), { doel: "scoring" })).items;
    expect(after.map(({ operation }) => operation)).toContain("rating.recorded");
  });

  test("goes out in the form of the standard, without who did it, and that is in the log", async () => {
    await openCopy(revealed);
    const response = await exportProcessing(await officer(), {});
    const text = await response.text();
    const lines = text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      expect(line.trace_id).toMatch(/^[0-9a-f]{32}$/);
      expect(line.span_id).toMatch(/^[0-9a-f]{16}$/);
      expect(line.status_code).toMatch(/^STATUS_CODE_(UNSET|OK|ERROR)$/);
      expect(line.end_time).toBeGreaterThanOrEqual(Number(line.start_time));
      expect(JSON.stringify(line.attributes)).toContain("dpl.core.processing_activity_id");
    }
    for (const { id, name } of await db.read.select().from(people)) {
      expect(text.includes(id) || text.includes(`"${name}"`), name).toBe(false);
    }
    const [newest] = await db.read.select().from(auditEvents).orderBy(desc(auditEvents.sequence));
    expect(newest).toMatchObject({ kind: "export.made", details: { list: "processing" } });
  });
});

describe("in the example data", () => {
  const auditorOf = async (organisationId: string) => {
    const found = (await examplePeople()).find(
      (person) => person.roles.includes("auditor") && person.organisationId === organisationId,
    );
    return accessOf(found?.id ?? "", "audit.read");
  };

  test("every decision with a departure is listed once, with its reason", async () => {
    await openCopy(await exampleContent());
    const all = await db.read.select().from(decisions);
    const departing = all.filter(({ status, departure }) => status !== "draft" && departure !== "");
    expect(departing.length).toBeGreaterThan(0);
    for (const organisationId of new Set(departing.map((row) => row.organisationId))) {
      const { items } = await getDepartures(await auditorOf(organisationId), {});
      const own = departing.filter((row) => row.organisationId === organisationId);
      expect(items.map(({ decisionId, reason }) => [decisionId, reason]).sort()).toEqual(
        own.map(({ id, departure }) => [id, departure]).sort(),
      );
      for (const { chosen } of items) expect(chosen.length).toBeGreaterThan(0);
    }
  });

  test("the life of a decision goes from the case to what came of it, in the order of the log", async () => {
    await openCopy(await exampleContent());
    const [decision] = await db.read.select().from(decisions).where(eq(decisions.status, "taken"));
    const auditor = await auditorOf(decision?.organisationId ?? "");
    const { steps, caseFile } = await getDecisionLife(auditor, decision?.id ?? "");
    expect(caseFile.id).toBe(decision?.caseId);
    const numbers = steps.flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    const kinds = steps.map(({ kind }) => kind);
    for (const kind of ["case.created", "item.scoring-opened", "item.revealed", "weighing.made"]) {
      expect(kinds).toContain(kind);
    }
    expect(
      steps.find(({ kind, isOwn }) => kind === "decision.taken" && isOwn)?.person,
    ).not.toBeNull();
    expect(kinds.filter((kind) => isAboutScoring(kind) || kind === "case.read")).toEqual([]);
    expect(kinds.indexOf("case.created")).toBeLessThan(kinds.indexOf("decision.taken"));
  });

  test("a decision on a case that may not be seen has no life to show", async () => {
    await openCopy(await exampleContent());
    const [decision] = await db.read.select().from(decisions).where(eq(decisions.status, "taken"));
    const auditor = await auditorOf(decision?.organisationId ?? "");
    const executive = { ...auditor, roles: ["executive"] as const } as never;
    const caseId = decision?.caseId ?? "";
    await db.write(auditor.actor, async (tx) => {
      await tx.update(caseFiles).set({ specialHealth: true }).where(eq(caseFiles.id, caseId));
      await tx.record({ kind: "test.changed", subject: { type: "case", id: caseId }, caseId });
    });
    const life = getDecisionLife(executive, decision?.id ?? "");
    await expect(life).rejects.toMatchObject({ init: { status: 404 } });
    await expect(getDecisionLife(auditor, decision?.id ?? "")).resolves.toBeDefined();
  });
});

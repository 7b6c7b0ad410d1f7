import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { and, asc, eq, lte } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  agendaItems,
  auditEvents,
  caseFacts,
  caseFiles,
  claims,
  conditions,
  conflictsOfInterest,
  db,
  dialect,
  decisionPrecedents,
  decisionClaims,
  decisions,
  discussedCells,
  documents,
  facts,
  gateRatings,
  options,
  panelMembers,
  people,
  policyRules,
  precedents,
  questionSets,
  ratings,
  reflections,
  roleAssignments,
  sessionObservers,
  setEnvironment,
  statusChanges,
  stopDatabase,
  weighings,
} from "#db";
import { changeStatus, caseStatuses } from "../../app/domain/case-file.ts";
import { decisionRequirements } from "../../app/domain/decision.ts";
import { discussionAgenda } from "../../app/domain/discussion.ts";
import { assertOption } from "../../app/domain/option.ts";
import { findPersonalData } from "../../app/domain/personal-data.ts";
import { tryOut } from "../../app/domain/policy-rule.ts";
import { assertPublishable } from "../../app/domain/precedent-rules.ts";
import { effectiveAnswers } from "../../app/domain/rounds.ts";
import { assertGateAnswer, assertRating, revealCheck } from "../../app/domain/session.ts";
import { weighing } from "../../app/domain/weighing.ts";
import { exampleId } from "../../db/seed/example-id.ts";
import { loadExampleData } from "../../app/server/example-data.server.ts";
import { settings } from "../../app/server/settings.server.ts";
import { freshDatabase } from "../support/database.ts";
import { rawRows, tableNames } from "../support/raw.ts";
import { decidedInTables } from "./rule-world.ts";

const now = Date.UTC(2026, 10, 18, 10, 30);

/** Fills a new database with the examples at a fixed moment and with countable ids. */
async function seeded(): Promise<void> {
  settings().documentsDir = mkdtempSync(join(tmpdir(), "maatwerkplaats-seed-"));
  let count = 0;
  setEnvironment({ now: () => now, newId: () => exampleId(now, `test ${(count += 1)}`) });
  await freshDatabase();
  await loadExampleData();
}

/** All rows of all tables in a fixed order, as text. */
/** Without what hangs on chance in the log: salts, and all that is made with them or with keys. */
async function dump(): Promise<string> {
  const aboutLog = ["audit_events", "log_tiles", "processing_records"];
  const tables = (await tableNames()).filter((name) => !aboutLog.includes(name));
  const rows = await Promise.all(
    tables.map(async (name) => {
      const all = await rawRows(`select * from "${name}"`);
      return JSON.stringify([name, all.map((row) => JSON.stringify(row)).sort()]);
    }),
  );
  const events = await db.read
    .select({ at: auditEvents.at, kind: auditEvents.kind, details: auditEvents.details })
    .from(auditEvents)
    .orderBy(asc(auditEvents.sequence));
  return [...rows, JSON.stringify(events)].join("\n");
}

/** What the database itself finds wrong. PostgreSQL never lets a foreign key be broken. */
async function soundness(): Promise<unknown[]> {
  if (dialect === "postgres") return [];
  const problems = await rawRows("pragma integrity_check");
  const broken = await rawRows("pragma foreign_key_check");
  return [...broken, ...problems.filter(([text]) => text !== "ok")];
}

describe("the example data", () => {
  beforeAll(seeded);
  afterAll(async () => {
    await stopDatabase();
    setEnvironment({});
  });

  it("is sound as a database", async () => {
    expect(await soundness()).toEqual([]);
  });

  it("shows every status but none that the road forbids", async () => {
    const files = await db.read.select().from(caseFiles);
    for (const status of caseStatuses) {
      expect(
        files.map((file) => file.status),
        status,
      ).toContain(status);
    }
    for (const file of files) {
      const steps = await db.read
        .select()
        .from(statusChanges)
        .where(eq(statusChanges.caseId, file.id))
        .orderBy(asc(statusChanges.at));
      expect(steps[0]?.fromStatus).toBeNull();
      expect(steps.at(-1)?.toStatus).toBe(file.status);
      for (const [place, { fromStatus, toStatus, reason }] of steps.entries()) {
        if (fromStatus === null) continue;
        expect(fromStatus).toBe(steps[place - 1]?.toStatus);
        changeStatus({ from: fromStatus, to: toStatus, reason });
      }
    }
  });

  it("has strict application as option 0 of every case", async () => {
    const rows = await db.read.select().from(options);
    for (const option of rows) assertOption(option);
    const firsts = rows.filter(({ position }) => position === 0);
    expect(firsts.length).toBe((await db.read.select().from(caseFiles)).length);
  });

  it("has only ratings and gate answers that may stand", async () => {
    const [set] = await db.read
      .select()
      .from(questionSets)
      .where(eq(questionSets.key, "perspectiefcirkel-nl"));
    const perspectives = set?.content.perspectives ?? [];
    const criteria = perspectives.flatMap((own) => own.criteria);
    for (const row of await db.read.select().from(ratings)) {
      const criterion = criteria.find(({ key }) => key === row.criterion);
      assertRating({ ...row, mayNotApply: criterion?.mayNotApply ?? false });
      const own = perspectives.find(({ key }) => key === row.perspective);
      expect(own?.criteria.map(({ key }) => key)).toContain(row.criterion);
    }
    for (const row of await db.read.select().from(gateRatings)) assertGateAnswer(row);
  });

  it("lets nobody judge an own case, with a conflict of interest, or decide what one scored", async () => {
    const seats = await db.read
      .select({
        personId: panelMembers.personId,
        caseId: agendaItems.caseId,
        sessionId: agendaItems.sessionId,
        submitterId: caseFiles.submitterId,
      })
      .from(panelMembers)
      .innerJoin(agendaItems, eq(agendaItems.id, panelMembers.agendaItemId))
      .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId));
    const conflicts = await db.read.select().from(conflictsOfInterest);
    const taken = await db.read.select().from(decisions);
    const observers = await db.read.select().from(sessionObservers);
    expect(conflicts.length).toBeGreaterThan(0);
    for (const { personId, caseId, sessionId, submitterId } of seats) {
      expect(personId).not.toBe(submitterId);
      expect(conflicts).not.toContainEqual(expect.objectContaining({ caseId, personId }));
      expect(taken).not.toContainEqual(expect.objectContaining({ caseId, takenBy: personId }));
      expect(observers).not.toContainEqual({ sessionId, personId });
    }
  });

  it("reveals an item completely or not at all", async () => {
    const scored = await db.read.select().from(ratings);
    for (const item of await db.read.select().from(agendaItems)) {
      const members = await db.read
        .select()
        .from(panelMembers)
        .where(eq(panelMembers.agendaItemId, item.id));
      const isRevealed = item.phase === "revealed" || item.phase === "concluded";
      expect(item.revealedAt !== null).toBe(isRevealed);
      expect(item.revealedBy !== null).toBe(isRevealed);
      expect(item.concludedAt !== null).toBe(item.phase === "concluded");
      expect(item.openedAt !== null).toBe(item.phase !== "prepare");
      // Of a second round the seats tell who was ready in that one.
      if (!isRevealed || item.round > 1) continue;
      const missing = revealCheck({
        members: members.map(({ personId, readyAt }) => ({
          id: personId,
          ready: readyAt !== null,
        })),
        reason: item.revealReason,
      });
      expect(item.missing.map(({ personId }) => personId)).toEqual(missing);
      const late = scored.filter(
        (row) => row.agendaItemId === item.id && row.updatedAt > (item.revealedAt ?? 0),
      );
      expect(late).toEqual([]);
    }
  });

  it("keeps weighings that anyone can compute again from the ratings", async () => {
    const rows = await db.read.select().from(weighings);
    expect(rows.length).toBeGreaterThan(5);
    for (const { snapshot, agendaItemId, round } of rows) {
      expect(weighing(snapshot.input)).toEqual(snapshot.result);
      const given = await db.read
        .select()
        .from(ratings)
        .where(and(eq(ratings.agendaItemId, agendaItemId), lte(ratings.round, round)));
      const latest = effectiveAnswers(
        given.map((row) => ({
          ...{ assessor: row.personId, perspective: row.perspective, key: row.criterion },
          ...{ option: row.optionId, round: row.round, value: row.value },
        })),
      );
      const known = latest.map(({ round: _, key, ...row }) => ({ ...row, criterion: key }));
      expect(snapshot.input.ratings).toHaveLength(known.length);
      expect(snapshot.input.ratings).toEqual(expect.arrayContaining(known));
    }
  });

  it("has taken decisions that lack nothing", async () => {
    for (const decision of await db.read.select().from(decisions)) {
      if (decision.status !== "draft") expect(await missingFrom(decision)).toEqual([]);
    }
  });

  it("has precedents that a second person published, free of personal data", async () => {
    const rows = await db.read.select().from(precedents);
    const statuses = new Set(rows.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(["in_review", "outdated", "valid"]);
    for (const row of rows) {
      const text = [row.title, row.summary, ...Object.values(row.motivation)].join("\n");
      const { editorId, publisherId, publishedAt } = row;
      expect(publishedAt === null).toBe(publisherId === null);
      if (publisherId === null) continue;
      assertPublishable({ editorId, publisherId, findings: findPersonalData(text) });
    }
  });

  it("keeps with an adopted rule what the rules say of what was decided by then", async () => {
    const adopted = (await db.read.select().from(policyRules)).filter((row) => row.adoptedAt);
    expect(adopted.length).toBeGreaterThan(0);
    for (const { scopeId, adoptedAt, tryOut: kept, ...rule } of adopted) {
      const { decided } = await decidedInTables(scopeId);
      const { looked, settled, agrees, differs, money } = tryOut(
        rule,
        decided.filter(({ at }) => at < (adoptedAt ?? 0)),
      );
      expect(looked).toBeGreaterThan(0);
      expect(kept).toMatchObject({ looked, settled, agrees, differs, money });
    }
  });

  it("has a dilemma of this year, one with an answer and one without", async () => {
    const written = await db.read.select().from(reflections);
    const own = written.filter(({ at, dilemma }) => dilemma !== "" && at > Date.UTC(2026, 0));
    expect(own.map(({ answer }) => answer !== "").sort()).toEqual([false, true]);
  });

  it("has people for every role, work that is overdue and work that is done", async () => {
    const roles = await db.read.select().from(roleAssignments);
    expect(new Set(roles.map(({ role }) => role)).size).toBe(9);
    const work = await db.read.select().from(conditions);
    expect(work.some(({ doneAt, dueDate }) => doneAt === null && dueDate < now)).toBe(true);
    expect(work.some(({ doneAt }) => doneAt !== null)).toBe(true);
    expect((await db.read.select().from(people)).every((one) => one.passwordHash === null)).toBe(
      true,
    );
  });

  it("tells its history in order and never of the future", async () => {
    const events = await db.read.select().from(auditEvents).orderBy(asc(auditEvents.sequence));
    const moments = events.map(({ at }) => at);
    expect(moments).toEqual([...moments].sort((a, b) => a - b));
    expect(Math.max(...moments)).toBeLessThanOrEqual(now);
    const told = new Set(events.map(({ caseId }) => caseId));
    for (const { id } of await db.read.select().from(caseFiles)) expect(told).toContain(id);
  });

  it("has the documents it names", async () => {
    for (const { storedName, sha256 } of await db.read.select().from(documents)) {
      const bytes = readFileSync(join(settings().documentsDir, storedName));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(sha256);
    }
  });

  it(
    "is the same database every time it is made at the same moment",
    { timeout: 20_000 },
    async () => {
      const first = await dump();
      await stopDatabase();
      await seeded();
      expect(await dump()).toBe(first);
    },
  );
});

async function missingFrom(decision: typeof decisions.$inferSelect) {
  const { caseId, id } = decision;
  const own = (
    await db.read
      .select()
      .from(weighings)
      .where(eq(weighings.caseId, caseId))
      .orderBy(asc(weighings.number))
  ).at(-1);
  const roles = await db.read
    .select()
    .from(roleAssignments)
    .where(eq(roleAssignments.personId, decision.takenBy ?? ""));
  const of = await db.read
    .select({ id: facts.id, kind: facts.direction, answer: caseFacts.answer })
    .from(caseFacts)
    .innerJoin(facts, eq(facts.id, caseFacts.factId))
    .where(eq(caseFacts.caseId, caseId));
  const discussed = await db.read
    .select()
    .from(discussedCells)
    .where(eq(discussedCells.agendaItemId, own?.agendaItemId ?? ""));
  const seen = discussed.map(({ criterion, optionId }) => `${criterion}:${optionId}`);
  const weighed = own?.snapshot;
  const perspectives = weighed?.input.perspectives ?? [];
  const agenda = weighed ? discussionAgenda(weighed.result, perspectives) : [];
  const chosen = await db.read
    .select()
    .from(decisionClaims)
    .where(eq(decisionClaims.decisionId, id));
  const named = await db.read
    .select()
    .from(decisionPrecedents)
    .where(eq(decisionPrecedents.decisionId, id));
  const openClaims = await db.read.select().from(claims).where(eq(claims.caseId, caseId));
  const openOptions = await db.read.select().from(options).where(eq(options.caseId, caseId));
  const asked = await db.read.select().from(conditions).where(eq(conditions.decisionId, id));
  return decisionRequirements({
    kind: decision.kind,
    caseStatus: decision.kind === "initial" ? "decision" : "follow_up",
    replacesId: decision.previousId,
    decisionMakerId: decision.takenBy ?? "",
    assessorIds: weighed?.people.map((person) => person.id) ?? [],
    proposed: weighed?.result.proposed ?? [],
    passing:
      weighed?.result.options.filter(({ passes }) => passes).map((option) => option.id) ?? [],
    options: openOptions.map((option) => ({
      id: option.id,
      level: option.level,
      ground: option.ground,
      references: [option.groundReference, decision.groundReference],
    })),
    claimIds: openClaims.map((claim) => claim.id),
    choices:
      chosen.length > 0
        ? chosen.map(({ claimId, optionId }) => ({ claimId, optionId }))
        : [{ claimId: null, optionId: decision.optionId }],
    departure: decision.departure,
    coverage: perspectives.map(({ id: perspectiveId }, place) => ({
      perspectiveId,
      coverage: Math.min(
        ...(weighed?.result.options.map((option) => option.perspectives[place]?.coverage ?? 0) ??
          []),
      ),
    })),
    coverageReason: decision.coverageReason,
    undiscussedCells: agenda
      .filter(({ flagged }) => flagged)
      .map(({ criterion, option }) => `${criterion}:${option}`)
      .filter((key) => !seen.includes(key)),
    undiscussedReason: decision.undiscussedReason,
    precedentCheck: {
      answer: decision.precedentCheck,
      text: decision.precedentCheckText,
      precedentIds: named.map(({ precedentId }) => precedentId),
    },
    perspectiveIds: perspectives.map((perspective) => perspective.id),
    motivations: Object.entries(decision.motivation).map(([perspectiveId, text]) => ({
      perspectiveId,
      text,
    })),
    executiveMandate: roles.some(({ role }) => role === "executive"),
    legalAdvice: decision.legalAdvice,
    policyOwner: decision.policyOwner,
    facts: of,
    reasonPro: decision.reasonPro,
    reasonCon: decision.reasonCon,
    conditions: asked,
  });
}

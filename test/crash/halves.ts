import { asc, eq, gt, inArray } from "drizzle-orm";
import {
  auditEvents,
  conditions,
  contentHash,
  db,
  decisions,
  openContent,
  reviews,
  weighings,
} from "#db";
import { cellOf, storedCells } from "./cells.ts";

type Event = typeof auditEvents.$inferSelect;
type Decision = typeof decisions.$inferSelect;

/**
 * Changes that are in the open database for a part: a row without its event or the other way
 * round, a decision without all that belongs to it, a number that is missing in the audit log.
 */
export async function halves(caseIds: string[], since: number): Promise<string[]> {
  const events = await db.read
    .select()
    .from(auditEvents)
    .where(gt(auditEvents.sequence, since))
    .orderBy(asc(auditEvents.sequence));
  return [
    ...(await gaps()),
    ...(await halfRatings(events)),
    ...(await halfDecisions(caseIds, events)),
  ];
}

/** The numbers of the audit log, in order. */
export async function sequences(): Promise<number[]> {
  const rows = await db.read
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .orderBy(asc(auditEvents.sequence));
  return rows.map(({ sequence }) => sequence);
}

async function gaps(): Promise<string[]> {
  const all = await sequences();
  const gap = all.findIndex((sequence, place) => sequence !== place + 1);
  return gap === -1 ? [] : [`the audit log has ${all[gap]} where ${gap + 1} should be`];
}

/** The newest event of a cell says just what its row says. */
async function halfRatings(events: Event[]): Promise<string[]> {
  const newest = new Map(
    events
      .filter(({ kind }) => /^(rating|gate)\.recorded$/.test(kind))
      .map((event) => [cellOf(placeOf(event)), event]),
  );
  const rows = new Map((await storedCells()).map((row) => [cellOf(row), row]));
  const ofEvents = [...newest].flatMap(([cell, event]) => {
    const row = rows.get(cell);
    const isIts = row && contentHash(row) === contentHash(openContent(event)?.content);
    return isIts ? [] : [`event ${event.sequence} without its rating`];
  });
  const ofRows = [...rows.values()].filter(
    (row) => row.reason.startsWith("Reden ") && !newest.has(cellOf(row)),
  );
  return [...ofEvents, ...ofRows.map(({ reason }) => `${reason} without its event`)];
}

function placeOf({ actorId, details }: Event) {
  return {
    personId: actorId ?? "",
    key: String(details.key),
    optionId: String(details.optionId),
  };
}

async function halfDecisions(caseIds: string[], events: Event[]): Promise<string[]> {
  const rows = await db.read
    .select()
    .from(decisions)
    .where(inArray(decisions.caseId, caseIds))
    .orderBy(asc(decisions.number));
  const found: string[] = [];
  for (const event of events.filter(({ kind }) => kind === "decision.taken")) {
    const row = rows.find(({ id }) => id === event.subjectId);
    const whole = row && row.status !== "draft" && (await isWhole(row, event.details));
    if (!whole) found.push(`event ${event.sequence} without the whole of its decision`);
  }
  for (const caseId of caseIds) {
    const versions = rows.filter((row) => row.caseId === caseId);
    found.push(...outOfOrder(versions), ...uncounted(versions, events));
  }
  return found;
}

/** The decision with its conditions, its review and the weighing that it rests on. */
async function isWhole(row: Decision, details: Event["details"]): Promise<boolean> {
  const agreed = await db.read.select().from(conditions).where(eq(conditions.decisionId, row.id));
  const planned = await db.read.select().from(reviews).where(eq(reviews.decisionId, row.id));
  const weighed = await db.read
    .select({ id: weighings.id })
    .from(weighings)
    .where(eq(weighings.id, row.weighingId ?? ""));
  return (
    row.number === details.number &&
    agreed.length === details.conditions &&
    planned.length === 1 &&
    weighed.length === 1
  );
}

/** Versions follow each other; the newest is in force, or the one before it while it is a draft. */
function outOfOrder(versions: Decision[]): string[] {
  const isDrafting = versions.at(-1)?.status === "draft";
  const inForce = versions.length - (isDrafting ? 2 : 1);
  return versions.flatMap(({ number, previousId, status }, place) => {
    const expected = place < inForce ? "replaced" : place === inForce ? "taken" : "draft";
    const follows = number === place + 1 && previousId === (versions[place - 1]?.id ?? null);
    return follows && status === expected ? [] : [`version ${number} is ${status}`];
  });
}

/** Every version after the first was started, and once taken it replaced another: by the log too. */
function uncounted(versions: Decision[], events: Event[]): string[] {
  const ids = versions.map(({ id }) => id);
  const later = versions.slice(1);
  const taken = later.filter(({ status }) => status !== "draft");
  const expected = {
    "decision.version_started": later.length,
    "decision.taken": taken.length,
    "decision.replaced": taken.length,
  };
  return Object.entries(expected).flatMap(([kind, count]) => {
    const of = events.filter((event) => event.kind === kind && ids.includes(event.subjectId));
    return of.length === count ? [] : [`${of.length} times ${kind} instead of ${count}`];
  });
}

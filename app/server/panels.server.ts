import { and, asc, eq, inArray } from "drizzle-orm";
import {
  conflictsOfInterest,
  db,
  panelMembers,
  people,
  roleAssignments,
  sessionObservers,
  type Queries,
} from "#db";
import { lastRound } from "#app/domain/session.ts";
import { hasBegun } from "./panels-begun.server.ts";
import type { Access } from "./access.server.ts";
import { getItem, type ItemAddress, type ItemRow } from "./agenda-items.server.ts";
import { recordReading } from "./readings.server.ts";

export type Block = "is_submitter" | "conflict_of_interest" | "observes";

export type Candidate = {
  id: string;
  name: string;
  /** The perspective someone usually scores from. */
  usual: string | null;
  /** The perspective on this case, null when not on a panel. */
  perspective: string | null;
  readsAlong: boolean;
  blocked: Block | null;
};

/** The panels of one case: who can sit where, with the weights and pass marks. */
export async function getPanels(access: Access<"session.lead">, address: ItemAddress) {
  const item = await getItem(access, address);
  await recordReading(access, item.caseFile, "session");
  const { row, session, caseFile, questionSet } = item;
  const perspectives = questionSet.content.perspectives.map(({ key, name, weight }) => {
    const own = row.weights.find(({ perspective }) => perspective === key);
    const kept = { weight: own?.weight ?? 0, passMark: own?.passMark ?? 0 };
    return { key, name, ...kept, ofSet: weight };
  });
  return {
    session: { id: session.id, title: session.title },
    caseFile: { id: caseFile.id, number: caseFile.number, title: caseFile.title },
    phase: row.phase,
    seats: seatsOpen(row),
    version: row.version,
    perspectives,
    weighed: { method: row.weightMethod, answers: row.weightAnswers },
    candidates: await listCandidates(db.read, item),
    /** Somebody has scored: weights stand, and who joins now reads along. */
    begun: await hasBegun(db.read, row.id),
  };
}

/** Whether people can be put on the panel, and whether those on it can be moved. */
export function seatsOpen({ phase, round }: Pick<ItemRow, "phase" | "round">): SeatsOpen {
  if (phase === "prepare" || phase === "scoring") return "all";
  return phase === "revealed" && round < lastRound ? "newcomers" : "none";
}
export type SeatsOpen = "all" | "newcomers" | "none";

/** What decides who may sit on the panel of a case. */
export type Seated = {
  row: Pick<ItemRow, "id" | "round">;
  session: { id: string; organisationId: string };
  caseFile: { id: string; submitterId: string | null };
};

/** Everyone with the role of assessor, with what stands in the way of sitting on this panel. */
export async function listCandidates(read: Queries, item: Seated): Promise<Candidate[]> {
  const { row, session, caseFile } = item;
  const members = await read
    .select()
    .from(panelMembers)
    .where(eq(panelMembers.agendaItemId, row.id));
  const sitting = new Map(members.map((member) => [member.personId, member]));
  const blocks = await blocksOf(read, item);
  const assessors = await listAssessors(read, session.organisationId, [...sitting.keys()]);
  return assessors.map(({ id, name, usual }) => {
    const member = sitting.get(id);
    return {
      id,
      name,
      usual,
      perspective: member?.perspective ?? null,
      readsAlong: (member?.fromRound ?? 1) > row.round,
      blocked: id === caseFile.submitterId ? "is_submitter" : (blocks.get(id) ?? null),
    };
  });
}

async function listAssessors(read: Queries, organisationId: string, sitting: string[]) {
  const rows = await read
    .select({
      id: people.id,
      name: people.name,
      usual: roleAssignments.perspective,
      active: people.active,
    })
    .from(roleAssignments)
    .innerJoin(people, eq(people.id, roleAssignments.personId))
    .where(
      and(eq(roleAssignments.organisationId, organisationId), eq(roleAssignments.role, "assessor")),
    )
    .orderBy(asc(people.name), asc(people.id));
  const known = rows.filter(({ active, id }) => active || sitting.includes(id));
  const missing = sitting.filter((id) => !known.some((person) => person.id === id));
  if (missing.length === 0) return known;
  // Somebody lost the role while sitting on a panel: still shown, so that the seat can be emptied.
  const former = await read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, missing));
  return [...known, ...former.map((person) => ({ ...person, usual: null }))];
}

async function blocksOf(read: Queries, item: Seated): Promise<Map<string, Block>> {
  const observing = await read
    .select({ personId: sessionObservers.personId })
    .from(sessionObservers)
    .where(eq(sessionObservers.sessionId, item.session.id));
  const interested = await listInterested(read, item.caseFile.id);
  return new Map<string, Block>([
    ...observing.map(({ personId }) => [personId, "observes"] as const),
    ...interested.map((personId) => [personId, "conflict_of_interest"] as const),
  ]);
}

/** People who declared an interest in a case. */
export async function listInterested(read: Queries, caseId: string): Promise<string[]> {
  const rows = await read
    .select({ personId: conflictsOfInterest.personId })
    .from(conflictsOfInterest)
    .where(eq(conflictsOfInterest.caseId, caseId));
  return rows.map(({ personId }) => personId);
}

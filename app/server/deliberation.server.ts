import { and, asc, desc, eq } from "drizzle-orm";
import {
  agendaItems,
  caseArguments,
  db,
  discussedCells,
  weighings,
  type Queries,
  type WeighingSnapshot,
} from "#db";
import { discussionAgenda } from "#app/domain/discussion.ts";
import type { Weighing } from "#app/domain/weighing.ts";
import type { ReadableCase } from "./case-access.server.ts";
import { listFlagged } from "./flagged-cells.server.ts";
import { minorityTexts } from "./minority-views.server.ts";
import { cellKey } from "./reopened-cells.server.ts";

export type CarryingArgument = {
  perspective: string;
  optionId: string;
  side: "for" | "against";
  text: string;
};

export type Deliberation = {
  weighingId: string;
  weighing: Weighing;
  snapshot: WeighingSnapshot;
  assessorIds: string[];
  carryingArguments: CarryingArgument[];
  /** Texts that people in the panels put on record against the outcome. */
  minorityViews: string[];
  /** Keys (see `cellKey`) of cells on the agenda of disagreement that nobody ticked as discussed. */
  undiscussedCells: string[];
  agendaItemId: string;
  sessionId: string;
};

/** What the group found about a case, by its latest weighing; null while nothing was revealed. */
export async function getDeliberation(
  caseFile: ReadableCase,
  read: Queries = db.read,
): Promise<Deliberation | null> {
  const latest = await findLatestWeighing(read, caseFile.id);
  if (!latest) return null;
  const { weighingId, snapshot, agendaItemId, sessionId } = latest;
  return {
    weighingId,
    weighing: snapshot.result,
    snapshot,
    assessorIds: snapshot.people.map(({ id }) => id),
    carryingArguments: await listCarryingArguments(read, agendaItemId),
    minorityViews: await minorityTexts(agendaItemId, read),
    undiscussedCells: await listUndiscussedCells(read, agendaItemId, snapshot),
    agendaItemId,
    sessionId,
  };
}

/** The id of the latest weighing of a case, null while nothing was revealed. */
export async function latestWeighing(caseId: string): Promise<string | null> {
  return (await findLatestWeighing(db.read, caseId))?.weighingId ?? null;
}

async function findLatestWeighing(read: Queries, caseId: string) {
  const [latest] = await read
    .select({
      weighingId: weighings.id,
      snapshot: weighings.snapshot,
      agendaItemId: weighings.agendaItemId,
      sessionId: agendaItems.sessionId,
    })
    .from(weighings)
    .innerJoin(agendaItems, eq(agendaItems.id, weighings.agendaItemId))
    .where(eq(weighings.caseId, caseId))
    .orderBy(desc(weighings.number))
    .limit(1);
  return latest;
}

/** The arguments the group marked as carrying an option. */
export async function listCarryingArguments(
  read: Queries,
  agendaItemId: string,
): Promise<CarryingArgument[]> {
  return read
    .select({
      perspective: caseArguments.perspective,
      optionId: caseArguments.optionId,
      side: caseArguments.side,
      text: caseArguments.text,
    })
    .from(caseArguments)
    .where(and(eq(caseArguments.agendaItemId, agendaItemId), eq(caseArguments.carrying, true)))
    .orderBy(asc(caseArguments.at), asc(caseArguments.id));
}

async function listUndiscussedCells(
  read: Queries,
  agendaItemId: string,
  snapshot: WeighingSnapshot,
): Promise<string[]> {
  const rows = await read
    .select({ criterion: discussedCells.criterion, optionId: discussedCells.optionId })
    .from(discussedCells)
    .where(eq(discussedCells.agendaItemId, agendaItemId));
  const discussed = new Set(rows.map(({ criterion, optionId }) => cellKey(criterion, optionId)));
  const differing = discussionAgenda(snapshot.result, snapshot.input.perspectives)
    .filter(({ flagged }) => flagged)
    .map(({ criterion, option }) => cellKey(criterion, option));
  const byHand = (await listFlagged(read, agendaItemId)).map(({ key, optionId }) =>
    cellKey(key, optionId),
  );
  return [...new Set([...differing, ...byHand])].filter((key) => !discussed.has(key));
}

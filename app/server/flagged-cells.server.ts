import { and, asc, desc, eq } from "drizzle-orm";
import {
  db,
  environment,
  flaggedCells,
  options,
  people,
  weighings,
  type Queries,
  type Transaction,
} from "#db";
import { discussionAgenda } from "#app/domain/discussion.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { reopenedCells, type Cell } from "#app/domain/rounds.ts";
import { assertPhase } from "#app/domain/session.ts";
import type { Access } from "./access.server.ts";
import {
  currentItem,
  getLedItem,
  type AgendaItem,
  type ItemAddress,
  type LedItem,
} from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";

type Leader = Access<"session.lead">;
export type PointedAt = { key: string; optionId: string };

/** Puts a criterion or gate of one option on the agenda of the discussion, whatever the figures say. */
export async function flagCell(
  access: Leader,
  address: ItemAddress,
  cell: PointedAt,
): Promise<void> {
  await discuss(access, address, async (tx, item) => {
    const place = await knownCell(tx, item, cell);
    const kept = { flaggedBy: access.person.id, flaggedAt: environment.now() };
    await tx
      .insert(flaggedCells)
      .values({ ...place, ...kept })
      .onConflictDoNothing();
    await tx.record({ ...recordedOn(item), kind: "cell.flagged", details: place });
  });
}

/** Takes off the agenda what was put there by hand. */
export async function unflagCell(
  access: Leader,
  address: ItemAddress,
  { key, optionId }: PointedAt,
): Promise<void> {
  await discuss(access, address, async (tx, item) => {
    const place = { agendaItemId: item.row.id, key, optionId };
    const removed = await tx
      .delete(flaggedCells)
      .where(
        and(
          eq(flaggedCells.agendaItemId, item.row.id),
          eq(flaggedCells.key, key),
          eq(flaggedCells.optionId, optionId),
        ),
      )
      .returning({ key: flaggedCells.key });
    if (removed.length === 0) throw new DomainError("not_found");
    await tx.record({ ...recordedOn(item), kind: "cell.unflagged", details: place });
  });
}

/** A change of the facilitator to the discussion, which lasts from a reveal to the next step. */
export async function discuss(
  access: Leader,
  address: ItemAddress,
  change: (tx: Transaction, item: LedItem) => Promise<void>,
): Promise<void> {
  const item = await getLedItem(access, address);
  await db.write(access.actor, async (tx) => {
    assertPhase((await currentItem(tx, item.row.id)).phase, ["revealed"]);
    await change(tx, item);
  });
}

/** A criterion or gate of the question set and an option of the case; anything else is refused. */
export async function knownCell(
  tx: Transaction,
  item: LedItem,
  { key, optionId }: PointedAt,
): Promise<PointedAt & { agendaItemId: string }> {
  if (perspectiveOf(item, key) === null) throw new DomainError("unknown_criterion");
  const found = await tx
    .select({ id: options.id })
    .from(options)
    .where(and(eq(options.id, optionId), eq(options.caseId, item.row.caseId)));
  if (found.length === 0) throw new DomainError("unknown_option");
  return { agendaItemId: item.row.id, key, optionId };
}

function perspectiveOf({ questionSet }: AgendaItem, key: string): string | null {
  const own = questionSet.content.perspectives.find(({ criteria, gates }) =>
    [...criteria, ...gates].some((question) => question.key === key),
  );
  return own?.key ?? null;
}

/** What was put on the agenda by hand, and by whom. */
export async function listFlagged(read: Queries, agendaItemId: string) {
  return read
    .select({ key: flaggedCells.key, optionId: flaggedCells.optionId, by: people.name })
    .from(flaggedCells)
    .innerJoin(people, eq(people.id, flaggedCells.flaggedBy))
    .where(eq(flaggedCells.agendaItemId, agendaItemId))
    .orderBy(asc(flaggedCells.flaggedAt), asc(flaggedCells.key), asc(flaggedCells.optionId));
}

/** The agenda of disagreement by the latest weighing and by hand; empty before the reveal. */
export async function listOnAgenda(read: Queries, item: AgendaItem): Promise<Cell[]> {
  const [latest] = await read
    .select({ snapshot: weighings.snapshot })
    .from(weighings)
    .where(eq(weighings.agendaItemId, item.row.id))
    .orderBy(desc(weighings.number))
    .limit(1);
  if (!latest) return [];
  const { result, input } = latest.snapshot;
  const byHand = (await listFlagged(read, item.row.id)).flatMap(({ key, optionId }) => {
    const perspective = perspectiveOf(item, key);
    return perspective === null ? [] : [{ perspective, key, option: optionId }];
  });
  return reopenedCells(discussionAgenda(result, input.perspectives), byHand);
}

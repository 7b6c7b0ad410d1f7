import { eq } from "drizzle-orm";
import {
  caseFiles,
  db,
  environment,
  panelMembers,
  secondRoundCells,
  secondRounds,
  type MissingPeople,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { nextPhases } from "#app/domain/session.ts";
import type { Access } from "./access.server.ts";
import {
  advanceItem,
  currentItem,
  getLedItem,
  type AgendaItem,
  type ItemAddress,
} from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import { listOnAgenda } from "./flagged-cells.server.ts";

/**
 * Asks what is on the agenda of the discussion again, blind as the first time: those cells and no
 * others. The case stays in deliberation; everyone starts as not ready.
 */
export async function openSecondRound(
  access: Access<"session.lead">,
  address: ItemAddress,
): Promise<void> {
  const item = await getLedItem(access, address);
  await db.write(access.actor, async (tx) => {
    const { id, phase, round } = await currentItem(tx, item.row.id);
    if (!nextPhases(phase, round).includes("scoring") || phase !== "revealed") {
      throw new DomainError("phase_not_allowed", { to: "scoring" });
    }
    await assertInDeliberation(tx, item.row.caseId);
    const cells = await listOnAgenda(tx, item);
    if (cells.length === 0) throw new DomainError("nothing_flagged");
    const openedAt = environment.now();
    await advanceItem(tx, id, "revealed", {
      phase: "scoring",
      round: round + 1,
      tabledKey: null,
      tabledOptionId: null,
    });
    await tx
      .insert(secondRounds)
      .values({ agendaItemId: id, openedAt, openedBy: access.person.id, missing: [] });
    await tx.insert(secondRoundCells).values(
      cells.map(({ perspective, key, option }) => ({
        ...{ agendaItemId: id, perspective, key },
        optionId: option,
      })),
    );
    await tx.update(panelMembers).set({ readyAt: null }).where(eq(panelMembers.agendaItemId, id));
    await tx.record({
      ...recordedOn(item),
      kind: "item.second-round-opened",
      details: { cells: cells.length },
      content: { cells, openedAt },
    });
  });
}

/** A case that went on to its decision is not scored again behind the back of who decides. */
async function assertInDeliberation(tx: Transaction, caseId: string): Promise<void> {
  const [caseFile] = await tx
    .select({ status: caseFiles.status })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId));
  if (caseFile?.status !== "deliberation") throw new DomainError("case_moved_on");
}

/** When and without whom a round was revealed: the first stands with the item, the second by itself. */
export async function revealOf(
  row: AgendaItem["row"],
  round: number,
): Promise<{ revealedAt: number | null; revealReason: string; missing: MissingPeople }> {
  if (round === 1) return row;
  const [second] = await db.read
    .select()
    .from(secondRounds)
    .where(eq(secondRounds.agendaItemId, row.id));
  return second ?? row;
}

/** Keeps the record of the second reveal; that of the first stays as it was. */
export async function recordSecondReveal(
  tx: Transaction,
  agendaItemId: string,
  reveal: { at: number; by: string; reason: string; missing: MissingPeople },
): Promise<void> {
  const { at: revealedAt, by: revealedBy, reason: revealReason, missing } = reveal;
  await tx
    .update(secondRounds)
    .set({ revealedAt, revealedBy, revealReason, missing })
    .where(eq(secondRounds.agendaItemId, agendaItemId));
}

import { eq } from "drizzle-orm";
import { agendaItems } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Access } from "./access.server.ts";
import { currentItem, type ItemAddress } from "./agenda-items.server.ts";
import { recordedOn } from "./agenda-items-moves.server.ts";
import { discuss, knownCell, type PointedAt } from "./flagged-cells.server.ts";

type Leader = Access<"session.lead">;

/** Puts one cell on the table: everyone gets it on top of the outcome, instead of what was there. */
export async function tableCell(
  access: Leader,
  address: ItemAddress,
  cell: PointedAt,
): Promise<void> {
  await discuss(access, address, async (tx, item) => {
    const { key, optionId } = await knownCell(tx, item, cell);
    await tx
      .update(agendaItems)
      .set({ tabledKey: key, tabledOptionId: optionId })
      .where(eq(agendaItems.id, item.row.id));
    await tx.record({ ...recordedOn(item), kind: "cell.tabled", details: { key, optionId } });
  });
}

/** Takes off the table what lies there. */
export async function untableCell(access: Leader, address: ItemAddress): Promise<void> {
  await discuss(access, address, async (tx, item) => {
    const { tabledKey: key, tabledOptionId: optionId } = await currentItem(tx, item.row.id);
    if (key === null) throw new DomainError("already_done");
    await tx
      .update(agendaItems)
      .set({ tabledKey: null, tabledOptionId: null })
      .where(eq(agendaItems.id, item.row.id));
    await tx.record({ ...recordedOn(item), kind: "cell.untabled", details: { key, optionId } });
  });
}

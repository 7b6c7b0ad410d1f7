import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { db, options, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { editableCase, touchCase } from "./case-editing.server.ts";
import { lockedOptionIds } from "./option-lock.server.ts";
import { getOption, type OptionRow } from "./options.server.ts";

/** A place no option has, to stand in for a moment. */
const aside = 1_000_000;

/** Lets a solution change places with the one before or after it; strict application stays first. */
export async function moveOption(
  access: Access<"case.edit">,
  place: { caseId: string; optionId: string },
  direction: "up" | "down",
): Promise<void> {
  await getCase(access, place.caseId);
  await db.write(access.actor, async (tx) => {
    const option = await unlockedOption(tx, access, place);
    if (option.position === 0) throw new DomainError("option_zero_fixed");
    const neighbour = await neighbourOf(tx, option, direction);
    if (neighbour) {
      await unlockedOption(tx, access, { ...place, optionId: neighbour.id });
      // Two options never stand in one place, not even for a moment.
      await setPosition(tx, option.id, aside);
      await setPosition(tx, neighbour.id, option.position);
      await setPosition(tx, option.id, neighbour.position);
    }
    const content = { direction, neighbour: neighbour?.id ?? null };
    await finish(tx, "option.moved", { ...place, content });
  });
}

async function neighbourOf(tx: Transaction, option: OptionRow, direction: "up" | "down") {
  const { caseId, position } = option;
  const beyond =
    direction === "up" ? lt(options.position, position) : gt(options.position, position);
  const order = direction === "up" ? desc(options.position) : asc(options.position);
  const [neighbour] = await tx
    .select({ id: options.id, position: options.position })
    .from(options)
    .where(and(eq(options.caseId, caseId), beyond, gt(options.position, 0)))
    .orderBy(order)
    .limit(1);
  return neighbour;
}

async function setPosition(tx: Transaction, optionId: string, position: number): Promise<void> {
  await tx.update(options).set({ position }).where(eq(options.id, optionId));
}

/** The option at this moment, when the case is open to this person and the option was not scored. */
export async function unlockedOption(
  tx: Transaction,
  access: Access<"case.edit">,
  { caseId, optionId }: { caseId: string; optionId: string },
): Promise<OptionRow> {
  await editableCase(tx, access, caseId);
  const option = await getOption(tx, caseId, optionId);
  if ((await lockedOptionIds(tx, caseId)).includes(optionId)) {
    throw new DomainError("option_locked");
  }
  return option;
}

/** Ends a change of an option: the case is the newest again, and the change is in the log. */
export async function finish(
  tx: Transaction,
  kind: string,
  change: { caseId: string; optionId: string; content: unknown },
): Promise<void> {
  const { caseId, optionId, content } = change;
  await touchCase(tx, caseId);
  await tx.record({ kind, subject: { type: "option", id: optionId }, caseId, content });
}

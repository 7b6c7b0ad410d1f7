import { and, desc, eq, isNull } from "drizzle-orm";
import { db, environment, legalHolds, type Queries } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { HoldView } from "#app/schemas/retention.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { namesOf } from "./decision-page.server.ts";

type Keeper = Access<"destruction.propose">;

/** Everything that held a case or holds it, newest first. */
export async function listHolds(caseId: string): Promise<HoldView[]> {
  const rows = await db.read
    .select()
    .from(legalHolds)
    .where(eq(legalHolds.caseId, caseId))
    .orderBy(desc(legalHolds.placedAt), desc(legalHolds.id));
  const names = await namesOf(
    rows.flatMap(({ placedBy, liftedBy }) => [placedBy, liftedBy ?? []].flat()),
  );
  return rows.map(({ id, reason, placedBy, placedAt, liftedBy, liftedAt }) => ({
    ...{ id, reason, placedAt, liftedAt },
    placedBy: names.get(placedBy) ?? "",
    liftedBy: liftedBy && (names.get(liftedBy) ?? ""),
  }));
}

/** Whether a case may not be destroyed now. */
export async function isHeld(read: Queries, caseId: string): Promise<boolean> {
  const [row] = await read
    .select({ id: legalHolds.id })
    .from(legalHolds)
    .where(and(eq(legalHolds.caseId, caseId), isNull(legalHolds.liftedAt)))
    .limit(1);
  return row !== undefined;
}

type Placing = { caseId: string; reason: string };

/** Keeps a case from being destroyed, also when that was proposed already. */
export async function placeHold(access: Keeper, { caseId, reason }: Placing, formKey?: string) {
  await getCase(access, caseId);
  const place = { id: environment.newId(), caseId, reason, placedBy: access.person.id };
  await db.write(
    access.actor,
    async (tx) => {
      const row = { ...place, placedAt: environment.now() };
      await tx.insert(legalHolds).values(row);
      const subject = { type: "hold", id: row.id };
      await tx.record({ kind: "hold.placed", subject, caseId, content: row });
    },
    { formKey },
  );
}

export async function liftHold(
  access: Keeper,
  { caseId, holdId }: { caseId: string; holdId: string },
): Promise<void> {
  await getCase(access, caseId);
  await db.write(access.actor, async (tx) => {
    const lifted = await tx
      .update(legalHolds)
      .set({ liftedBy: access.person.id, liftedAt: environment.now() })
      .where(
        and(eq(legalHolds.id, holdId), eq(legalHolds.caseId, caseId), isNull(legalHolds.liftedAt)),
      )
      .returning({ id: legalHolds.id });
    if (lifted.length === 0) throw new DomainError("already_done");
    await tx.record({ kind: "hold.lifted", subject: { type: "hold", id: holdId }, caseId });
  });
}

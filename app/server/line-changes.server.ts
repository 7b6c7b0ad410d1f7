/** A deliberate change of line: asked for with a decision, decided by who has that right, effected with the decision. */
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import {
  db,
  environment,
  lineChangePrecedents,
  lineChanges,
  precedents,
  type Queries,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Access } from "./access.server.ts";
import type { ReadableCase } from "./case-access.server.ts";
import type { DecisionRow } from "./decisions.server.ts";
import { notFound } from "./http.server.ts";
import { changePrecedent } from "./precedent-publishing.server.ts";

export type LineChangeRow = typeof lineChanges.$inferSelect;

/** Asked for and not used, refused or withdrawn yet. */
export const openChange = inArray(lineChanges.status, ["proposed", "approved"]);

/** The latest change of line asked for in a case. */
export async function findLineChange(read: Queries, caseId: string): Promise<LineChangeRow | null> {
  const [row] = await read
    .select()
    .from(lineChanges)
    .where(eq(lineChanges.caseId, caseId))
    .orderBy(desc(lineChanges.proposedAt), desc(lineChanges.id))
    .limit(1);
  return row ?? null;
}

export async function precedentsOfChange(read: Queries, lineChangeId: string): Promise<string[]> {
  const rows = await read
    .select({ id: lineChangePrecedents.precedentId })
    .from(lineChangePrecedents)
    .where(eq(lineChangePrecedents.lineChangeId, lineChangeId))
    .orderBy(asc(lineChangePrecedents.precedentId));
  return rows.map(({ id }) => id);
}

type Asked = {
  caseFile: ReadableCase;
  level: number;
  motivation: string;
  precedentIds: string[];
};

/** Puts a change of line before who may decide it; a case has one at a time. */
export async function askLineChange(
  tx: Transaction,
  access: Access<"decision.prepare">,
  asked: Asked,
): Promise<void> {
  const earlier = await findLineChange(tx, asked.caseFile.id);
  if (earlier?.status === "proposed" || earlier?.status === "approved") {
    throw new DomainError("line_change_open");
  }
  const row = newRow(access, asked);
  await insertChange(tx, { ...row, status: "proposed" }, asked.precedentIds);
  await tx.record({
    kind: "line.change-proposed",
    subject: { type: "line-change", id: row.id },
    caseId: row.caseId,
    details: { level: row.level, precedents: asked.precedentIds.length },
    content: { ...row, precedentIds: asked.precedentIds },
  });
}

function newRow(access: Access<"decision.prepare" | "decision.take">, asked: Asked) {
  const { caseFile, level, motivation } = asked;
  return {
    id: environment.newId(),
    organisationId: caseFile.organisationId,
    // Without a scope nothing binds, so there is nothing to depart from.
    scopeId: caseFile.scopeId ?? notFound(),
    caseId: caseFile.id,
    level,
    motivation,
    proposedBy: access.person.id,
    proposedAt: environment.now(),
  };
}

/** Rows of one statement. */
const atOnce = 1000;

async function insertChange(
  tx: Transaction,
  row: typeof lineChanges.$inferInsert & { id: string },
  precedentIds: string[],
): Promise<void> {
  await tx.insert(lineChanges).values(row);
  for (let start = 0; start < precedentIds.length; start += atOnce) {
    const part = precedentIds.slice(start, start + atOnce);
    await tx
      .insert(lineChangePrecedents)
      .values(part.map((precedentId) => ({ lineChangeId: row.id, precedentId })));
  }
}

type Effect = Asked & {
  /** The one that was approved; null when it is decided with the decision itself. */
  approved: LineChangeRow | null;
  decision: DecisionRow;
};

/**
 * Lets a change of line take effect with the decision it was made for: from now on the precedents departed from no
 * longer count. Gives its id.
 */
export async function effectLineChange(
  tx: Transaction,
  access: Access<"decision.take">,
  effect: Effect,
): Promise<string> {
  const { approved, decision, precedentIds } = effect;
  const now = decision.takenAt ?? environment.now();
  const effected = { status: "effected" as const, decisionId: decision.id, effectiveFrom: now };
  const row = approved ?? newRow(access, effect);
  if (approved) await moveChange(tx, approved, effected);
  else {
    const decided = { decidedBy: access.person.id, decidedAt: now };
    await insertChange(tx, { ...row, ...effected, ...decided }, precedentIds);
  }
  await tx.record({
    kind: "line.changed",
    subject: { type: "line-change", id: row.id },
    caseId: row.caseId,
    details: { level: row.level, precedents: precedentIds.length, decision: decision.id },
    content: { ...row, ...effected, precedentIds },
  });
  const lineChange = { id: row.id, motivation: row.motivation, now };
  for (const precedentId of precedentIds) await endPrecedent(tx, precedentId, lineChange);
  return row.id;
}

async function endPrecedent(
  tx: Transaction,
  precedentId: string,
  { id, motivation, now }: { id: string; motivation: string; now: number },
): Promise<void> {
  const [row] = await tx.select().from(precedents).where(eq(precedents.id, precedentId));
  if (!row) return notFound();
  await changePrecedent(tx, row, {
    version: row.version,
    kind: "precedent.ended",
    set: {
      status: "outdated",
      endReason: motivation,
      // Of an end that was planned and did not come.
      endReference: "",
      endedAt: now,
      validUntil: now,
      lineChangeId: id,
    },
    details: { reason: "line_change", lineChange: id },
  });
}

/** Writes over the row as it was read: whoever was first decided. */
export async function moveChange(
  tx: Transaction,
  row: LineChangeRow,
  set: Partial<typeof lineChanges.$inferInsert>,
): Promise<void> {
  const moved = await tx
    .update(lineChanges)
    .set({ ...set, version: row.version + 1 })
    .where(
      and(
        eq(lineChanges.id, row.id),
        eq(lineChanges.status, row.status),
        eq(lineChanges.version, row.version),
      ),
    )
    .returning({ id: lineChanges.id });
  if (moved.length === 0) throw new DomainError("line_change_decided");
}

/** What was asked for a decision that did not need it any more, once that was taken. */
export async function closeOpenChanges(tx: Transaction, caseId: string): Promise<void> {
  const rows = await tx
    .select()
    .from(lineChanges)
    .where(and(eq(lineChanges.caseId, caseId), openChange))
    .orderBy(asc(lineChanges.id));
  for (const row of rows) await withdrawChange(tx, row);
}

async function withdrawChange(tx: Transaction, row: LineChangeRow): Promise<void> {
  await moveChange(tx, row, { status: "withdrawn" });
  await tx.record({
    kind: "line.change-withdrawn",
    subject: { type: "line-change", id: row.id },
    caseId: row.caseId,
    details: { level: row.level },
  });
}

type Deciding = { row: LineChangeRow; version: number };

/** Says yes or no, with reasons, to a change of line that somebody asked for. */
export async function decideLineChange(
  access: Access<"line.change">,
  { row, version }: Deciding,
  decided: { status: "approved" | "rejected"; answer: string },
  formKey?: string,
): Promise<void> {
  await db.write(
    access.actor,
    async (tx) => {
      // Within the change: a form that was sent twice did this itself.
      if (row.status !== "proposed") throw new DomainError("line_change_decided");
      const decidedAt = environment.now();
      const set = { ...decided, decidedBy: access.person.id, decidedAt };
      await moveChange(tx, { ...row, version }, set);
      await tx.record({
        kind: decided.status === "approved" ? "line.change-approved" : "line.change-rejected",
        subject: { type: "line-change", id: row.id },
        caseId: row.caseId,
        details: { level: row.level },
        content: { ...row, ...set },
      });
    },
    { formKey },
  );
}

/** Takes back what was asked, also after it was approved, as long as no decision was taken with it. */
export async function withdrawLineChange(
  access: Access<"decision.prepare">,
  { row, version }: Deciding,
  formKey?: string,
): Promise<void> {
  const withdraw = async (tx: Transaction) => {
    if (row.status !== "proposed" && row.status !== "approved") {
      throw new DomainError("line_change_decided");
    }
    await withdrawChange(tx, { ...row, version });
  };
  await db.write(access.actor, withdraw, { formKey });
}

/** Destroying a case: proposed by one person, approved by another, withdrawn or refused. */
import { and, eq } from "drizzle-orm";
import { caseFiles, db, destructions, environment, type Transaction } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { destructionObstacle, type DestructionGround } from "#app/domain/retention.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { removeCase } from "./case-removal.server.ts";
import { forbidden, notFound } from "./http.server.ts";
import { isHeld } from "./legal-holds.server.ts";
import { hasOpenProceeding } from "./proceeding-rows.server.ts";
import { endingOf } from "./retention-periods.server.ts";

export type DestructionRow = typeof destructions.$inferSelect;
type Reader = Access<"destruction.read">;
type Approver = Access<"destruction.approve">;
type Kind = "withdrawn" | "refused";

/** Proposes to destroy a case that this person may see. Gives the id of the proposal. */
export async function proposeDestruction(
  access: Access<"destruction.propose">,
  { caseId, ground }: { caseId: string; ground: DestructionGround },
  formKey?: string,
): Promise<string> {
  const { number, organisationId } = await getCase(access, caseId);
  const id = environment.newId();
  return db.write(
    access.actor,
    async (tx) => {
      await assertMayGo(tx, { caseId, ground });
      await tx.insert(destructions).values({
        ...{ id, organisationId, caseId, ground },
        caseNumber: number,
        status: "proposed",
        proposedBy: access.person.id,
        proposedAt: environment.now(),
      });
      const subject = { type: "destruction", id };
      await tx.record({ kind: "destruction.proposed", subject, caseId, details: { ground } });
      return id;
    },
    { formKey },
  );
}

type Asked = { caseId: string; ground: DestructionGround; proposal?: string };

/** Within the change: a hold may have been placed since the page was made. */
async function assertMayGo(tx: Transaction, asked: Asked): Promise<void> {
  const { caseId, ground, proposal } = asked;
  const [row] = await tx
    .select({ status: caseFiles.status })
    .from(caseFiles)
    .where(eq(caseFiles.id, caseId));
  const { status } = row ?? notFound();
  const ending = await endingOf(tx, caseId);
  const open = await tx
    .select({ id: destructions.id })
    .from(destructions)
    .where(and(eq(destructions.caseId, caseId), eq(destructions.status, "proposed")));
  const obstacle = destructionObstacle({
    ...{ status, ground },
    isHeld: await isHeld(tx, caseId),
    isContested: await hasOpenProceeding(tx, caseId),
    isProposed: open.some(({ id }) => id !== proposal),
    destroyFrom: ending?.destroyFrom ?? Infinity,
    now: environment.now(),
  });
  if (obstacle !== null) throw new DomainError(obstacle);
}

/** A destruction of the own organisation. */
export async function getDestruction(
  access: Reader | Approver,
  id: string,
): Promise<DestructionRow> {
  const [row] = await db.read.select().from(destructions).where(eq(destructions.id, id));
  return row?.organisationId === access.organisation.id ? row : notFound();
}

type Answer = { id: string; version: number };

/** The person who proposed it takes it back. */
export async function withdrawDestruction(access: Reader, answer: Answer): Promise<void> {
  const row = await getDestruction(access, answer.id);
  if (row.proposedBy !== access.person.id) forbidden();
  await endProposal(access, "withdrawn", { row, answer });
}

/** Somebody who could approve it says no. */
export async function refuseDestruction(access: Approver, answer: Answer): Promise<void> {
  const row = await getDestruction(access, answer.id);
  if (row.proposedBy === access.person.id) throw new DomainError("destruction_second_person");
  await endProposal(access, "refused", { row, answer });
}

type Ending = { row: DestructionRow; answer: Answer };

async function endProposal(access: Access, kind: Kind, { row, answer }: Ending): Promise<void> {
  await db.write(access.actor, async (tx) => {
    await decide(tx, access, { row, answer, status: kind });
    const { id, caseId, ground } = row;
    const subject = { type: "destruction", id };
    await tx.record({ kind: `destruction.${kind}`, subject, caseId, details: { ground } });
  });
}

/**
 * Approves a proposal of somebody else, and with that destroys the case: in one change every row of it
 * goes. Files, key and traces follow: see destruction-finishing.
 */
export async function approveDestruction(access: Approver, answer: Answer): Promise<void> {
  const row = await getDestruction(access, answer.id);
  if (row.proposedBy === access.person.id) throw new DomainError("destruction_second_person");
  const { id, caseId } = row;
  const ground = row.ground as DestructionGround;
  await db.write(access.actor, async (tx) => {
    await decide(tx, access, { row, answer, status: "executing" });
    await assertMayGo(tx, { caseId, ground, proposal: id });
    await carryOut(tx, { id, caseId, details: { ground } });
  });
}

type CarryingOut = { id: string; caseId: string; details: Record<string, string | boolean> };

/** The destruction stands on `executing`; in the same change it is carried out. */
export async function carryOut(tx: Transaction, destruction: CarryingOut): Promise<void> {
  const { id, caseId, details } = destruction;
  const counts = await removeCase(tx, caseId);
  await tx.update(destructions).set({ status: "completed", counts }).where(eq(destructions.id, id));
  const rows = Object.values(counts.rows).reduce((sum, n) => sum + n, 0);
  await tx.record({
    kind: "case.destroyed",
    subject: { type: "case", id: caseId },
    caseId,
    details: { ...details, destruction: id, rows, documents: counts.documents },
  });
}

type Deciding = { row: DestructionRow; answer: Answer; status: Kind | "executing" };

async function decide(tx: Transaction, access: Access, deciding: Deciding): Promise<void> {
  const { row, answer, status } = deciding;
  const decided = await tx
    .update(destructions)
    .set({
      status,
      decidedBy: access.person.id,
      decidedAt: environment.now(),
      version: answer.version + 1,
    })
    .where(
      and(
        eq(destructions.id, row.id),
        eq(destructions.status, "proposed"),
        eq(destructions.version, answer.version),
      ),
    )
    .returning({ id: destructions.id });
  if (decided.length === 0) throw new DomainError("destruction_decided");
}

import { asc, eq, inArray } from "drizzle-orm";
import {
  claims,
  db,
  decisionClaims,
  environment,
  optionClaims,
  type Queries,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { StepInputs } from "#app/schemas/case-file.ts";
import type { Claim } from "#app/schemas/case-step-view.ts";
import { scoringHasOpened } from "./option-lock.server.ts";

/** The amounts and rights at stake in a case, in their order. */
export async function listClaims(caseId: string, read: Queries = db.read): Promise<Claim[]> {
  return read
    .select({ id: claims.id, label: claims.label, cents: claims.cents })
    .from(claims)
    .where(eq(claims.caseId, caseId))
    .orderBy(asc(claims.position));
}

type ClaimInputs = StepInputs["options"]["claims"];

/** Brings the claims to what was posted; one that scoring or a decision rests on cannot go. */
export async function saveClaims(tx: Transaction, caseId: string, input: ClaimInputs) {
  const current = await listClaims(caseId, tx);
  const kept = input.map(({ id }) => id).filter((id) => id !== null);
  const known = current.map(({ id }) => id);
  if (kept.some((id) => !known.includes(id)) || new Set(kept).size < kept.length) {
    throw new DomainError("unknown_option");
  }
  await removeClaims(
    tx,
    caseId,
    known.filter((id) => !kept.includes(id)),
  );
  for (const [position, { id, label, cents }] of input.entries()) {
    const values = { label, cents, position };
    if (id !== null) await tx.update(claims).set(values).where(eq(claims.id, id));
    else await tx.insert(claims).values({ id: environment.newId(), caseId, ...values });
  }
}

async function removeClaims(tx: Transaction, caseId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const decided = await tx
    .select({ id: decisionClaims.claimId })
    .from(decisionClaims)
    .where(inArray(decisionClaims.claimId, ids));
  if (decided.length > 0 || (await scoringHasOpened(tx, caseId))) {
    throw new DomainError("claim_in_use");
  }
  await tx.delete(optionClaims).where(inArray(optionClaims.claimId, ids));
  await tx.delete(claims).where(inArray(claims.id, ids));
}

import {
  db,
  decisions,
  environment,
  conditions,
  decisionClaims,
  decisionPrecedents,
  type Transaction,
} from "#db";
import type { DecisionKind } from "#app/domain/decision.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { Access } from "./access.server.ts";
import { nextNumber } from "./decision-draft-rows.server.ts";
import { decisionParts, findCurrent, getDecision, type DecisionRow } from "./decisions.server.ts";

type NewVersion = { kind: Exclude<DecisionKind, "initial">; reason: string };

/**
 * Starts the next version of a decision: a draft that names the one in force, says why, and holds
 * its texts to begin with. A withdrawal starts empty: it chooses nothing.
 */
export async function startDecisionVersion(
  access: Access<"decision.prepare">,
  decision: { caseId: string; decisionId: string },
  version: NewVersion,
  formKey?: string,
): Promise<void> {
  const { caseFile, decision: previous } = await getDecision(
    access,
    decision.caseId,
    decision.decisionId,
  );
  await db.write(
    access.actor,
    async (tx) => {
      const { draft, taken } = await findCurrent(tx, caseFile.id);
      if (draft) throw new DomainError("decision_draft_exists");
      if (taken?.id !== previous.id) throw new DomainError("decision_already_taken");
      const id = environment.newId();
      const row = await versionRow(tx, access, { id, previous, version });
      await tx.insert(decisions).values(row);
      if (version.kind !== "withdrawal") await copyParts(tx, previous.id, id);
      await tx.record({
        kind: "decision.version_started",
        subject: { type: "decision", id },
        caseId: caseFile.id,
        details: { number: row.number, kind: row.kind, previous: previous.id },
        content: row,
      });
      return id;
    },
    { formKey },
  );
}

async function versionRow(
  tx: Transaction,
  access: Access<"decision.prepare">,
  { id, previous, version }: { id: string; previous: DecisionRow; version: NewVersion },
): Promise<typeof decisions.$inferInsert> {
  const now = environment.now();
  const withdrawn = {
    organisationId: previous.organisationId,
    caseId: previous.caseId,
    weighingId: previous.weighingId,
    motivation: Object.fromEntries(Object.keys(previous.motivation).map((key) => [key, ""])),
    reasonPro: [],
    reasonCon: [],
  };
  return {
    ...(version.kind === "withdrawal" ? withdrawn : previous),
    id,
    number: await nextNumber(tx, previous.caseId),
    kind: version.kind,
    previousId: previous.id,
    versionReason: version.reason,
    status: "draft",
    // What the citizen was told of the earlier version says nothing about this one.
    citizenTold: "",
    citizenToldAt: null,
    reviewDate: null,
    equalTreatment: null,
    equalTreatmentAnswer: null,
    dignityRespected: false,
    preparedBy: access.person.id,
    takenBy: null,
    takenAt: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}

/** Choices, precedents and the conditions that are still open. */
async function copyParts(tx: Transaction, from: string, decisionId: string): Promise<void> {
  const parts = await decisionParts(tx, from);
  const choices = parts.choices.map((choice) => ({ ...choice, decisionId }));
  if (choices.length > 0) await tx.insert(decisionClaims).values(choices);
  const named = parts.precedentIds.map((precedentId) => ({ precedentId, decisionId }));
  if (named.length > 0) await tx.insert(decisionPrecedents).values(named);
  const open = parts.conditions
    .filter(({ doneAt }) => doneAt === null)
    .map((condition) => ({ ...condition, id: environment.newId(), decisionId }));
  if (open.length > 0) await tx.insert(conditions).values(open);
}

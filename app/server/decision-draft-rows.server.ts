import { and, desc, eq } from "drizzle-orm";
import {
  conditions,
  decisionClaims,
  decisionPrecedents,
  decisions,
  environment,
  type Transaction,
} from "#db";
import { decidedLevel } from "#app/domain/decided-level.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { DecisionDraft } from "#app/schemas/decision.ts";
import type { Access } from "./access.server.ts";
import type { ReadableCase } from "./case-access.server.ts";
import type { DecisionBasis } from "./decision-basis.server.ts";
import { choicesOf } from "./decision-requirements.server.ts";
import { findCurrent, type DecisionRow } from "./decisions.server.ts";
import { notFound } from "./http.server.ts";

/** Whoever may prepare a decision, or take it. */
export type Deciding = "decision.prepare" | "decision.take";

export type DraftChange = {
  caseFile: ReadableCase;
  basis: DecisionBasis;
  input: DecisionDraft;
};

/** Writes the draft and its parts: a new row when there is none, else over the version on the screen. */
export async function storeDraft(
  tx: Transaction,
  access: Access<Deciding>,
  change: DraftChange,
): Promise<DecisionRow> {
  const draft = change.input.decisionId
    ? await updateDraft(tx, change)
    : await insertDraft(tx, access, change);
  await storeParts(tx, draft.id, change);
  return draft;
}

/** The outcome level of what is chosen; null while a choice is open. */
export function chosenLevel(
  input: Pick<DecisionDraft, "option" | "choices">,
  { claims, options, deliberation }: DecisionBasis,
): number | null {
  const chosen = choicesOf(input, claims).map(({ optionId }) => optionId);
  const levels = chosen.flatMap((id) => options.find((each) => each.id === id)?.level ?? []);
  const top = deliberation.snapshot.questionSet.content.levels.length - 1;
  return levels.length === chosen.length ? decidedLevel(levels, top) : null;
}

function columnsOf({ input, basis }: DraftChange) {
  const chosen = choicesOf(input, basis.claims).map(({ optionId }) => optionId);
  const [first = null] = chosen;
  const keys = basis.perspectives.map(({ key }) => key);
  return {
    weighingId: basis.deliberation.weighingId,
    optionId: chosen.every((id) => id === first) ? first : null,
    level: chosenLevel(input, basis),
    motivation: Object.fromEntries(keys.map((key) => [key, input.motivation[key] ?? ""])),
    ground: input.ground,
    groundReference: input.groundReference,
    legalAdvice: input.legalAdvice,
    policyOwner: input.policyOwner,
    reasonPro: input.reasonPro,
    reasonCon: input.reasonCon,
    departure: input.departure,
    coverageReason: input.coverageReason,
    undiscussedReason: input.undiscussedReason,
    minorityView: input.minorityView,
    precedentCheck: input.precedentCheck,
    precedentCheckText: input.precedentCheckText,
    dignityRespected: input.dignityRespected,
    citizenTold: input.citizenTold,
    citizenToldAt: input.citizenToldAt,
    reviewDate: input.reviewDate,
  };
}

async function insertDraft(
  tx: Transaction,
  access: Access<Deciding>,
  change: DraftChange,
): Promise<DecisionRow> {
  const { draft, taken } = await findCurrent(tx, change.caseFile.id);
  if (draft) throw staleDraft(draft, change);
  if (taken) throw new DomainError("decision_already_taken");
  const now = environment.now();
  const [row] = await tx
    .insert(decisions)
    .values({
      ...columnsOf(change),
      id: environment.newId(),
      organisationId: access.organisation.id,
      caseId: change.caseFile.id,
      number: await nextNumber(tx, change.caseFile.id),
      kind: "initial",
      status: "draft",
      preparedBy: access.person.id,
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  return row ?? notFound();
}

export async function nextNumber(tx: Transaction, caseId: string): Promise<number> {
  const [last] = await tx
    .select({ number: decisions.number })
    .from(decisions)
    .where(eq(decisions.caseId, caseId))
    .orderBy(desc(decisions.number))
    .limit(1);
  return (last?.number ?? 0) + 1;
}

async function updateDraft(tx: Transaction, change: DraftChange): Promise<DecisionRow> {
  const id = change.input.decisionId ?? "";
  const ofCase = and(eq(decisions.id, id), eq(decisions.caseId, change.caseFile.id));
  const [row] = await tx
    .update(decisions)
    .set({
      ...columnsOf(change),
      updatedAt: environment.now(),
      version: change.input.version + 1,
    })
    .where(and(ofCase, eq(decisions.status, "draft"), eq(decisions.version, change.input.version)))
    .returning();
  if (row) return row;
  const [current] = await tx.select().from(decisions).where(ofCase);
  if (!current) return notFound();
  if (current.status !== "draft") throw new DomainError("decision_already_taken");
  throw staleDraft(current, change);
}

/** Somebody else saved first: the texts that differ, theirs and ours. */
function staleDraft(theirs: DecisionRow, change: DraftChange): DomainError {
  const yours = columnsOf(change);
  const texts = [
    "groundReference",
    "legalAdvice",
    "policyOwner",
    "departure",
    "coverageReason",
    "undiscussedReason",
    "minorityView",
    "precedentCheckText",
    "citizenTold",
  ] as const;
  const pairs = [
    ...texts.map((field) => ({
      field: `${field}`,
      theirs: theirs[field],
      yours: yours[field],
    })),
    ...Object.entries(yours.motivation).map(([key, text]) => ({
      field: `motivation.${key}`,
      theirs: theirs.motivation[key] ?? "",
      yours: text,
    })),
  ];
  const conflict = pairs.filter((pair) => pair.theirs !== pair.yours);
  return new DomainError("stale_version", { conflict });
}

async function storeParts(tx: Transaction, decisionId: string, change: DraftChange): Promise<void> {
  const { input, basis } = change;
  await clearParts(tx, decisionId);
  const choices = choicesOf(input, basis.claims).flatMap(({ claimId, optionId }) =>
    claimId && optionId ? [{ decisionId, claimId, optionId }] : [],
  );
  if (choices.length > 0) await tx.insert(decisionClaims).values(choices);
  const rows = input.conditions.flatMap(({ text, ownerId, dueDate }, position) =>
    text !== "" && ownerId !== null && dueDate !== null
      ? [{ id: environment.newId(), decisionId, text, ownerId, dueDate, position }]
      : [],
  );
  if (rows.length > 0) await tx.insert(conditions).values(rows);
  const named = input.precedents.map((precedentId) => ({ decisionId, precedentId }));
  if (named.length > 0) await tx.insert(decisionPrecedents).values(named);
}

export async function clearParts(tx: Transaction, decisionId: string): Promise<void> {
  await tx.delete(decisionClaims).where(eq(decisionClaims.decisionId, decisionId));
  await tx.delete(conditions).where(eq(conditions.decisionId, decisionId));
  await tx.delete(decisionPrecedents).where(eq(decisionPrecedents.decisionId, decisionId));
}

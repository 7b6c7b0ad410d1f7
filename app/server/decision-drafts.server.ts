import { eq } from "drizzle-orm";
import { db, decisions, type Transaction } from "#db";
import type { FactKind } from "#app/domain/case-file.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { DecisionDraft } from "#app/schemas/decision.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { findDecisionBasis, type DecisionBasis } from "./decision-basis.server.ts";
import {
  clearParts,
  storeDraft,
  type Deciding,
  type DraftChange,
} from "./decision-draft-rows.server.ts";
import { listDecisionOwners } from "./decision-owners.server.ts";
import { choicesOf } from "./decision-requirements.server.ts";
import { findCurrent, type DecisionRow } from "./decisions.server.ts";
import { notFound } from "./http.server.ts";
import { findNamedPrecedent } from "./precedent-check.server.ts";
import { visiblePrecedentIds } from "./precedent-access.server.ts";

/** Keeps the draft of a decision as it stands, complete or not. */
export async function saveDecisionDraft(
  access: Access<"decision.prepare">,
  caseId: string,
  input: DecisionDraft,
  formKey?: string,
): Promise<void> {
  const change = await draftChange(access, caseId, input);
  await db.write(
    access.actor,
    async (tx) => {
      const draft = await keepDraft(tx, access, change);
      return draft.id;
    },
    { formKey },
  );
}

/** Stores the draft as it was typed, with its event. */
export async function keepDraft(
  tx: Transaction,
  access: Access<Deciding>,
  change: DraftChange,
): Promise<DecisionRow> {
  const draft = await storeDraft(tx, access, change);
  await tx.record({
    kind: "decision.saved",
    subject: { type: "decision", id: draft.id },
    caseId: change.caseFile.id,
    details: { number: draft.number, kind: draft.kind },
    content: change.input,
  });
  return draft;
}

/** Looks up what a draft refers to; what this person may not refer to is refused. */
export async function draftChange(
  access: Access<Deciding>,
  caseId: string,
  typed: DecisionDraft,
): Promise<DraftChange> {
  const caseFile = await getCase(access, caseId);
  const basis = (await findDecisionBasis(caseFile)) ?? notFound();
  const input = withWarnings(await withNamedPrecedent(access, typed), basis);
  assertKnown("precedents", input.precedents, await visiblePrecedentIds(access, input.precedents));
  const optionIds = choicesOf(input, basis.claims).flatMap(({ optionId }) => optionId ?? []);
  assertKnown(
    "option",
    optionIds,
    basis.options.map(({ id }) => id),
  );
  const owners = await listDecisionOwners(access, caseId);
  const written = input.conditions.filter(({ text }) => text !== "");
  assertKnown(
    "conditions.0.ownerId",
    written.flatMap(({ ownerId }) => ownerId ?? []),
    owners.map(({ id }) => id),
  );
  return { caseFile, basis, input };
}

function assertKnown(field: string, ids: string[], known: string[]): void {
  if (ids.some((id) => !known.includes(id))) throw new DomainError("unknown_option", { field });
}

async function withNamedPrecedent(
  access: Access<Deciding>,
  input: DecisionDraft,
): Promise<DecisionDraft> {
  if (input.otherPrecedent === "") return input;
  const id = await findNamedPrecedent(access, input.otherPrecedent);
  if (id === null) throw new DomainError("precedent_unknown", { field: "otherPrecedent" });
  return { ...input, otherPrecedent: "", precedents: [...new Set([...input.precedents, id])] };
}

/**
 * What was ticked at the warning becomes part of the decision: the fact that makes the difference is part of its
 * reason, and the precedents it was warned of are named.
 */
export function withWarnings<Typed extends Warned>(input: Typed, basis: DecisionBasis): Typed {
  const ticked = (kind: FactKind) =>
    basis.facts
      .filter((fact) => fact.kind === kind && fact.answer === "yes")
      .flatMap(({ id }) => (input.differences.includes(id) ? [id] : []));
  return {
    ...input,
    reasonPro: [...new Set([...input.reasonPro, ...ticked("pro")])],
    reasonCon: [...new Set([...input.reasonCon, ...ticked("con")])],
    precedents: [...new Set([...input.precedents, ...input.warned])],
  };
}

type Warned = Pick<
  DecisionDraft,
  "reasonPro" | "reasonCon" | "precedents" | "differences" | "warned"
>;

/** Throws a draft away; a decision that was taken stays. */
export async function discardDecisionDraft(
  access: Access<"decision.prepare">,
  caseId: string,
  decisionId: string,
  formKey?: string,
): Promise<void> {
  await getCase(access, caseId);
  const discard = async (tx: Transaction) => {
    const { draft } = await findCurrent(tx, caseId);
    if (draft?.id !== decisionId) throw new DomainError("decision_already_taken");
    await clearParts(tx, decisionId);
    await tx.delete(decisions).where(eq(decisions.id, decisionId));
    await tx.record({
      kind: "decision.discarded",
      subject: { type: "decision", id: decisionId },
      caseId,
      details: { number: draft.number, kind: draft.kind },
      content: draft,
    });
  };
  await db.write(access.actor, discard, { formKey });
}

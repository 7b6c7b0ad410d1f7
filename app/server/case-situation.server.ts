/** The facts of a case as they are compared with those of precedents. */
import { asc, eq } from "drizzle-orm";
import { caseFacts, db, type Queries } from "#db";
import type { FactAnswer, FactKind } from "#app/domain/case-file.ts";
import { resolvedAnswers, type AnsweredFact } from "#app/domain/merged-facts.ts";
import type { Proposal, Situation } from "#app/domain/precedent.ts";
import {
  comparedCatalogue,
  orderedValues,
  type ComparedCatalogue,
} from "./comparable-precedents.server.ts";

/** The facts of a case by id, merged ones resolved. What nobody answered is unknown. */
export type CaseSituation = {
  organisationId: string;
  scopeId: string | null;
  pro: string[];
  con: string[];
  unknown: string[];
  amounts: Record<string, number>;
  /** Ordered facts of which there is nothing here. */
  none?: Record<FactKind, string[]>;
};

/** A decision as it would be taken, with the facts that its motivation names; none named means all of that side. */
export type CaseProposal = CaseSituation & {
  level: number;
  reasonPro?: string[];
  reasonCon?: string[];
};

/** Whose case it is, and the scope within which it compares. */
export type Comparable = { organisationId: string; scopeId: string | null };

/** What is established in a case now. */
export async function situationOf(
  read: Queries,
  caseFile: Comparable & { id: string },
): Promise<CaseSituation> {
  const rows = await read
    .select({ factId: caseFacts.factId, answer: caseFacts.answer, amount: caseFacts.amount })
    .from(caseFacts)
    .where(eq(caseFacts.caseId, caseFile.id))
    .orderBy(asc(caseFacts.factId));
  return situation(await comparedCatalogue(read), caseFile, rows);
}

/** What would be established with these answers, by fact, as typed; unknown facts and empty answers do no harm. */
export async function situationFrom(
  caseFile: Comparable,
  answers: Record<string, { answer: FactAnswer | "" | null; amount?: number | null }>,
): Promise<CaseSituation> {
  const given = Object.entries(answers).flatMap(([factId, { answer, amount = null }]) =>
    answer ? [{ factId, answer, amount }] : [],
  );
  return situation(await comparedCatalogue(db.read), caseFile, given);
}

function situation(
  { byId, resolved }: ComparedCatalogue,
  { organisationId, scopeId }: Comparable,
  given: AnsweredFact[],
): CaseSituation {
  const answered = resolvedAnswers(
    given.filter(({ factId }) => byId.has(factId)),
    resolved,
  );
  const yes = answered.filter(({ answer }) => answer === "yes");
  const side = (direction: "pro" | "con") =>
    yes.map(({ factId }) => factId).filter((id) => byId.get(id)?.direction === direction);
  const settled = new Set(answered.filter(({ answer }) => answer !== "unknown").map(factIdOf));
  const all = new Set([...byId.values()].map(({ id }) => id));
  const amounts = new Map(yes.map(({ factId, amount }) => [factId, amount]));
  const denied = answered.filter(({ answer }) => answer === "no").map(factIdOf);
  const none = (direction: FactKind) =>
    denied.filter((id) => byId.get(id)?.measure && byId.get(id)?.direction === direction);
  return {
    organisationId,
    scopeId,
    pro: side("pro"),
    con: side("con"),
    unknown: [...all].filter((id) => !settled.has(id)).sort(),
    amounts: orderedValues(byId, yes.map(factIdOf), amounts),
    none: { pro: none("pro"), con: none("con") },
  };
}

function factIdOf({ factId }: { factId: string }): string {
  return factId;
}

/** The facts as the rules take them. */
export function rulesSituation(facts: CaseSituation): Situation {
  const { pro, con, unknown, amounts, none } = facts;
  const known = new Map(Object.entries(amounts));
  const values = (side: FactKind) =>
    Object.fromEntries([
      ...facts[side].flatMap((id) => (known.has(id) ? [[id, known.get(id) ?? 0] as const] : [])),
      ...(none?.[side] ?? []).map((id) => [id, 0] as const),
    ]);
  return { pro, con, unknown, ordered: { pro: values("pro"), con: values("con") } };
}

export function rulesProposal({
  level,
  reasonPro = [],
  reasonCon = [],
  ...facts
}: CaseProposal): Proposal {
  return { ...rulesSituation(facts), level, reasonPro, reasonCon };
}

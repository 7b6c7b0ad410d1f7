/** What earlier decisions commit a decision to, and which of them it would contradict. */
import { and, eq, inArray, notInArray } from "drizzle-orm";
import { decisions, environment, precedents, type Queries } from "#db";
import { addedConflicts, type ConflictInLine } from "#app/domain/precedent-added-conflicts.ts";
import type { Conflict, Precedent, Proposal, Situation } from "#app/domain/precedent.ts";
import type { IndexBand } from "#app/domain/precedent-scans.ts";
import { rulesProposal, rulesSituation, type CaseSituation } from "./case-situation.server.ts";
import {
  comparedCatalogue,
  readPrecedents,
  type ComparedCatalogue,
} from "./comparable-precedents.server.ts";
import { bandFor, situationOf, treatmentFor } from "./comparing.server.ts";
import { countsNow } from "./precedent-access.server.ts";

export type ComparedDecision = {
  caseFile: { id: string; organisationId: string; scopeId: string | null };
  /** How many outcome levels there are. */
  levels: number;
  /** Null while no option was chosen. */
  level: number | null;
  reasonPro: string[];
  reasonCon: string[];
};

export type FoundTreatment = {
  catalogue: ComparedCatalogue;
  situation: Situation;
  /** Null while no option was chosen. */
  proposal: Proposal | null;
  band: IndexBand;
  /** Of very many the newest. */
  added: Conflict[];
  alreadyInLine: ConflictInLine[];
  /** Precedents made from earlier decisions on this case: it is not held to them. */
  ofThisCase: string[];
};

/**
 * Compares a decision with what counts now. Within a change the facts are those of the change and the precedents those
 * that were published before it. What was made from an earlier decision on the same case binds it to nothing.
 */
export async function findTreatment(
  read: Queries,
  compared: ComparedDecision,
): Promise<FoundTreatment> {
  const { caseFile, levels, level } = compared;
  const catalogue = await comparedCatalogue(read);
  const facts = await situationOf(read, caseFile);
  const resolved = (ids: string[]) => [
    ...new Set(ids.map((id) => catalogue.resolved.get(id) ?? id)),
  ];
  const named = {
    reasonPro: resolved(compared.reasonPro),
    reasonCon: resolved(compared.reasonCon),
  };
  const proposed = level === null ? null : { ...facts, ...named, level };
  const ofThisCase = await precedentsOfCase(read, caseFile.id);
  const line = { without: ofThisCase };
  return {
    catalogue,
    situation: rulesSituation(facts),
    proposal: proposed && rulesProposal(proposed),
    ofThisCase,
    ...(proposed
      ? await treatmentFor(proposed, levels, line)
      : { band: await bandFor(facts, levels, line), added: [], alreadyInLine: [] }),
  };
}

/** All that a decision would contradict, also when they are very many: a change of line ends each of them. */
export async function findContradicted(
  read: Queries,
  compared: ComparedDecision & { level: number },
): Promise<string[]> {
  const found = await findTreatment(read, compared);
  const { proposal, added, ofThisCase, catalogue } = found;
  if (proposal === null || added.length < many) return added.map(({ id }) => id);
  const others = and(bindingHere(compared.caseFile), notInArray(precedents.id, ofThisCase));
  const line = await readPrecedents(read, catalogue, others);
  return addedConflicts(proposal, line).added.map(({ id }) => id);
}

/** From so many on, the quick answer may have left some out. */
const many = 50;

async function precedentsOfCase(read: Queries, caseId: string): Promise<string[]> {
  const own = await read
    .select({ id: precedents.id })
    .from(precedents)
    .innerJoin(decisions, eq(decisions.id, precedents.decisionId))
    .where(eq(decisions.caseId, caseId))
    .orderBy(precedents.id);
  return own.map(({ id }) => id);
}

function bindingHere({
  organisationId,
  scopeId,
}: Pick<CaseSituation, "organisationId" | "scopeId">) {
  return and(
    eq(precedents.organisationId, organisationId),
    eq(precedents.scopeId, scopeId ?? ""),
    countsNow(environment.now()),
  );
}

export type NamedPrecedent = Precedent & { isBinding: boolean };

/** These precedents as the rules compare them, and which of them bind this case when its facts are theirs. */
export async function comparedPrecedents(
  read: Queries,
  compared: Pick<FoundTreatment, "catalogue" | "ofThisCase"> & Pick<ComparedDecision, "caseFile">,
  ids: string[],
): Promise<NamedPrecedent[]> {
  if (ids.length === 0) return [];
  const { catalogue, caseFile, ofThisCase } = compared;
  const found = await readPrecedents(read, catalogue, inArray(precedents.id, ids));
  const rows = await read
    .select({ id: precedents.id })
    .from(precedents)
    .where(and(inArray(precedents.id, ids), bindingHere(caseFile)))
    .orderBy(precedents.id);
  const binding = new Set(rows.map(({ id }) => id).filter((id) => !ofThisCase.includes(id)));
  return found.map((precedent) => ({ ...precedent, isBinding: binding.has(precedent.id) }));
}

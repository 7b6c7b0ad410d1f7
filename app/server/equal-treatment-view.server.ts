/** What the form of a decision says of earlier decisions, on the choices that are made in it now. */
import { desc, inArray } from "drizzle-orm";
import { db, precedents } from "#db";
import {
  clearingFacts,
  contradictingDirection,
  distinguishingFacts,
} from "#app/domain/equal-treatment.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { DecisionFact } from "#app/schemas/decision-view.ts";
import type {
  BandSide,
  DifferenceChoice,
  EarlierDecision,
  EqualTreatmentView,
  NamedFact,
  TreatmentWarning,
} from "#app/schemas/equal-treatment-view.ts";
import type { Access } from "./access.server.ts";
import {
  comparedPrecedents,
  findTreatment,
  type ComparedDecision,
  type FoundTreatment,
} from "./equal-treatment.server.ts";
import { reasonsIn } from "./equal-treatment-report.server.ts";
import { findLineChange, precedentsOfChange } from "./line-changes.server.ts";

/** Of many precedents that say the same, so many are named. */
const mostShown = 5;

export type TreatmentQuestion = {
  compared: ComparedDecision;
  /** All facts of the case, with their answers. */
  facts: DecisionFact[];
  /** Precedents that the decision names or that the screen warned of. */
  named: string[];
};

export async function equalTreatmentView(
  access: Access<"decision.prepare">,
  question: TreatmentQuestion,
): Promise<Omit<EqualTreatmentView, "mayEditFacts">> {
  const look = await lookUp(question);
  const { found, words, shown, change } = look;
  const { band } = found;
  const { scopeId } = question.compared.caseFile;
  return {
    hasScope: scopeId !== null,
    level: question.compared.level,
    conflict: band.conflict,
    atLeast: bandSide(words, { level: band.lower, by: look.lowerBy, count: band.lowerCount }),
    atMost: bandSide(words, { level: band.upper, by: look.upperBy, count: band.upperCount }),
    warnings: warningsOf(look, question),
    moreWarnings: look.standing.length - shown.length,
    inLine: look.inLine.flatMap(({ id, with: others }) => {
      const [precedent] = wordsOf([id], words);
      return precedent ? [{ precedent, following: wordsOf(others, words) }] : [];
    }),
    differences: choicesFor(look, question),
    cleared: reasonsIn(found.proposal, look.known).flatMap(({ precedentId, factIds }) => {
      const [precedent] = wordsOf([precedentId], words);
      return precedent ? [{ precedent, facts: factWords(found, factIds) }] : [];
    }),
    departing: wordsOf(look.departing, words),
    lineChange: change && {
      ...{ id: change.id, status: change.status, level: change.level, answer: change.answer },
    },
    mayChangeLine: hasRight(access.roles, "line.change"),
  };
}

/** All that the page needs, read once. */
async function lookUp({ compared, named }: TreatmentQuestion) {
  const found = await findTreatment(db.read, compared);
  const { change, approvedIds } = await changeFor(compared);
  const added = found.added.map(({ id }) => id);
  const standing = added.filter((id) => !approvedIds.includes(id));
  const departing = added.filter((id) => approvedIds.includes(id));
  const shown = await newestOf(standing);
  const ids = [...new Set([...shown, ...named.filter((id) => !added.includes(id))])];
  const known = await comparedPrecedents(db.read, { ...found, ...compared }, ids);
  const lowerBy = await newestOf(found.band.lowerBy);
  const upperBy = await newestOf(found.band.upperBy);
  const inLine = found.alreadyInLine.slice(0, mostShown);
  const words = await earlierDecisions([
    ...ids,
    ...departing.slice(0, mostShown),
    ...lowerBy,
    ...upperBy,
    ...inLine.flatMap((conflict) => [conflict.id, ...conflict.with.slice(0, mostShown)]),
  ]);
  return { found, change, standing, departing, shown, known, lowerBy, upperBy, inLine, words };
}

type Look = Awaited<ReturnType<typeof lookUp>>;

/** What was asked for this case and is not used or withdrawn, and which precedents that allows to depart from. */
async function changeFor({ caseFile, level }: ComparedDecision) {
  const latest = await findLineChange(db.read, caseFile.id);
  const change =
    latest && ["proposed", "approved", "rejected"].includes(latest.status) ? latest : null;
  const allowed = change?.status === "approved" && change.level === level;
  const approvedIds = allowed ? await precedentsOfChange(db.read, change.id) : [];
  return { change, approvedIds };
}

async function newestOf(ids: string[]): Promise<string[]> {
  if (ids.length <= mostShown) return ids;
  const rows = await db.read
    .select({ id: precedents.id })
    .from(precedents)
    .where(inArray(precedents.id, ids))
    .orderBy(desc(precedents.decidedAt), desc(precedents.id))
    .limit(mostShown);
  return rows.map(({ id }) => id);
}

type Words = ReadonlyMap<string, EarlierDecision>;

async function earlierDecisions(ids: string[]): Promise<Words> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      level: precedents.level,
      decidedAt: precedents.decidedAt,
    })
    .from(precedents)
    .where(inArray(precedents.id, [...new Set(ids)]))
    .orderBy(desc(precedents.decidedAt), desc(precedents.id));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Newest first. */
function wordsOf(ids: string[], words: Words): EarlierDecision[] {
  return [...words.values()].filter(({ id }) => ids.includes(id));
}

function bandSide(
  words: Words,
  side: { level: number; by: string[]; count: number },
): BandSide | null {
  if (side.count === 0) return null;
  const by = wordsOf(side.by, words);
  return { level: side.level, by, more: side.count - by.length };
}

function factWords({ catalogue }: FoundTreatment, ids: string[]): NamedFact[] {
  return ids.flatMap((id) => {
    const fact = catalogue.byId.get(id);
    return fact ? [{ id, label: fact.label }] : [];
  });
}

function warningsOf(
  { found, known, words, shown }: Look,
  question: TreatmentQuestion,
): TreatmentWarning[] {
  const { situation, added, catalogue } = found;
  return wordsOf(shown, words).flatMap((precedent) => {
    const because = added.find(({ id }) => id === precedent.id)?.because;
    const rules = known.find(({ id }) => id === precedent.id);
    if (!because || !rules) return [];
    const side = because === "atLeast" ? "con" : "pro";
    const toFindOut = question.facts
      .filter(({ kind, answer }) => kind === side && answer === "unknown")
      .filter(({ id }) => !rules[side].includes(catalogue.resolved.get(id) ?? id))
      .map(({ id, label }) => ({ id, label }));
    const hasDifference = clearingFacts(situation, rules, because).length > 0;
    return [{ precedent, because, hasDifference, toFindOut }];
  });
}

/** The facts of the case that make a difference with a precedent that binds, but for what the reason names. */
function choicesFor(
  { found, known, words }: Look,
  { facts, compared }: TreatmentQuestion,
): DifferenceChoice[] {
  const { situation, proposal, catalogue } = found;
  if (!proposal) return [];
  const ticked = [...compared.reasonPro, ...compared.reasonCon];
  const clearing = known.flatMap((precedent) => {
    const direction = contradictingDirection(proposal.level, precedent.level);
    const binds = precedent.isBinding && distinguishingFacts(proposal, precedent) !== null;
    if (!binds || direction === null) return [];
    return [{ id: precedent.id, facts: clearingFacts(situation, precedent, direction) }];
  });
  return facts
    .filter(({ answer }) => answer === "yes")
    .flatMap(({ id, label }) => {
      const fact = catalogue.resolved.get(id) ?? id;
      const from = clearing.filter((precedent) => precedent.facts.includes(fact));
      const numbers = wordsOf(from.map(idOf), words).map(({ number }) => number);
      return from.length === 0 ? [] : [{ id, label, named: ticked.includes(id), from: numbers }];
    });
}

function idOf({ id }: { id: string }): string {
  return id;
}

/** The rows that the figures of some cases are made of: a handful of queries, however many cases. */
import { asc, and, desc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import {
  caseFiles,
  conditions,
  costLines,
  decisionClaims,
  decisionPrecedents,
  decisions,
  precedents,
  questionnaires,
  reviews,
  ruleSettlements,
  weighings,
  type Queries,
} from "#db";
import { caseFigures, type CaseFigures, type CaseRows } from "#app/domain/case-figures.ts";
import { situationsOf } from "./case-figures-situations.server.ts";

export type MadeFigures = { caseId: string; organisationId: string; figures: CaseFigures };

/** The figures of these cases as they are now; a case that is not there any more has none. */
export async function figuresOf(read: Queries, caseIds: string[]): Promise<MadeFigures[]> {
  if (caseIds.length === 0) return [];
  const files = await read
    .select({
      id: caseFiles.id,
      organisationId: caseFiles.organisationId,
      status: caseFiles.status,
      scopeId: caseFiles.scopeId,
      receivedAt: caseFiles.receivedAt,
      extendedUntil: caseFiles.extendedUntil,
      specialHealth: caseFiles.specialHealth,
      specialCriminal: caseFiles.specialCriminal,
    })
    .from(caseFiles)
    .where(inArray(caseFiles.id, caseIds))
    .orderBy(asc(caseFiles.id));
  const parts = await partsOf(read, caseIds);
  return files.map(({ id, organisationId, ...caseFile }) => {
    return { caseId: id, organisationId, figures: caseFigures(rowsOf(id, caseFile, parts)) };
  });
}

type Parts = Awaited<ReturnType<typeof partsOf>>;

async function partsOf(read: Queries, caseIds: string[]) {
  const taken = await decisionsOf(read, caseIds);
  const inForce = taken.filter(({ status }) => status === "taken");
  const decisionIds = inForce.map(({ id }) => id);
  const claims = await read
    .select()
    .from(decisionClaims)
    .where(inArray(decisionClaims.decisionId, decisionIds))
    .orderBy(asc(decisionClaims.decisionId), asc(decisionClaims.claimId));
  const optionIds = new Map(
    inForce.map(({ id, optionId }) => [
      id,
      chosenIn(optionId, claims.filter(of("decisionId", id))),
    ]),
  );
  const latest = await latestWeighings(read, caseIds);
  const weighingIds = [
    ...latest.values(),
    ...inForce.flatMap(({ weighingId }) => weighingId ?? []),
  ];
  const decided = inForce.map((row) => ({ ...row, optionIds: optionIds.get(row.id) ?? [] }));
  return {
    ...{ taken, inForce, optionIds, latest },
    situations: await situationsOf(read, decided),
    weighings: await weighingsOf(read, [...new Set(weighingIds)]),
    costs: await costsOf(read, [...optionIds.values()].flat()),
    conditions: await conditionsOf(read, decisionIds),
    precedents: await precedentsOf(read, decisionIds),
    reviews: await reviewsOf(read, caseIds),
    settled: await settledOf(read, caseIds),
    asked: await askedOf(read, caseIds),
  };
}

function of<K extends string>(key: K, value: string): (row: Record<K, string>) => boolean {
  return (row) => row[key] === value;
}

function chosenIn(optionId: string | null, claims: { optionId: string }[]): string[] {
  if (claims.length > 0) return [...new Set(claims.map((claim) => claim.optionId))];
  return optionId === null ? [] : [optionId];
}

async function decisionsOf(read: Queries, caseIds: string[]) {
  const rows = await read
    .select({
      id: decisions.id,
      caseId: decisions.caseId,
      status: decisions.status,
      kind: decisions.kind,
      takenAt: decisions.takenAt,
      level: decisions.level,
      optionId: decisions.optionId,
      weighingId: decisions.weighingId,
      answer: decisions.equalTreatmentAnswer,
      reasonPro: decisions.reasonPro,
      reasonCon: decisions.reasonCon,
    })
    .from(decisions)
    .where(and(inArray(decisions.caseId, caseIds), ne(decisions.status, "draft")))
    .orderBy(desc(decisions.number), asc(decisions.id));
  return rows.flatMap(({ takenAt, ...row }) => (takenAt === null ? [] : [{ ...row, takenAt }]));
}

async function latestWeighings(read: Queries, caseIds: string[]): Promise<Map<string, string>> {
  const rows = await read
    .select({ id: weighings.id, caseId: weighings.caseId })
    .from(weighings)
    .where(inArray(weighings.caseId, caseIds))
    .orderBy(asc(weighings.caseId), asc(weighings.number));
  return new Map(rows.map(({ id, caseId }) => [caseId, id]));
}

async function weighingsOf(read: Queries, ids: string[]) {
  const rows = await read
    .select({ id: weighings.id, createdAt: weighings.createdAt, snapshot: weighings.snapshot })
    .from(weighings)
    .where(inArray(weighings.id, ids));
  return new Map(
    rows.map(({ id, createdAt, snapshot: { input, result } }) => [
      id,
      { createdAt, input, result },
    ]),
  );
}

async function costsOf(read: Queries, optionIds: string[]) {
  return read
    .select({
      optionId: costLines.optionId,
      bearer: costLines.bearer,
      recurrence: costLines.recurrence,
      cents: costLines.cents,
    })
    .from(costLines)
    .where(inArray(costLines.optionId, optionIds));
}

async function conditionsOf(read: Queries, decisionIds: string[]) {
  return read
    .select({
      decisionId: conditions.decisionId,
      dueDate: conditions.dueDate,
      doneAt: conditions.doneAt,
    })
    .from(conditions)
    .where(inArray(conditions.decisionId, decisionIds));
}

async function precedentsOf(read: Queries, decisionIds: string[]) {
  return read
    .select({
      decisionId: decisionPrecedents.decisionId,
      relation: decisionPrecedents.relation,
      decidedAt: precedents.decidedAt,
    })
    .from(decisionPrecedents)
    .innerJoin(precedents, eq(precedents.id, decisionPrecedents.precedentId))
    .where(inArray(decisionPrecedents.decisionId, decisionIds));
}

async function reviewsOf(read: Queries, caseIds: string[]) {
  const rows = await read
    .select({
      caseId: decisions.caseId,
      heldAt: reviews.heldAt,
      helpedCitizen: reviews.helpedCitizen,
      helpedProfessional: reviews.helpedProfessional,
      conditionsKept: reviews.conditionsKept,
      costs: reviews.costs,
    })
    .from(reviews)
    .innerJoin(decisions, eq(decisions.id, reviews.decisionId))
    .where(and(inArray(decisions.caseId, caseIds), isNotNull(reviews.heldAt)))
    .orderBy(asc(reviews.heldAt), asc(reviews.id));
  return rows.flatMap(({ heldAt, ...row }) => (heldAt === null ? [] : [{ ...row, heldAt }]));
}

async function settledOf(read: Queries, caseIds: string[]): Promise<Map<string, number>> {
  const rows = await read
    .select({ caseId: ruleSettlements.caseId, settledAt: ruleSettlements.settledAt })
    .from(ruleSettlements)
    .where(inArray(ruleSettlements.caseId, caseIds));
  return new Map(rows.map(({ caseId, settledAt }) => [caseId, settledAt]));
}

async function askedOf(read: Queries, caseIds: string[]) {
  const rows = await read
    .select({
      caseId: questionnaires.caseId,
      answeredAt: questionnaires.answeredAt,
      answers: questionnaires.answers,
    })
    .from(questionnaires)
    .where(and(inArray(questionnaires.caseId, caseIds), isNotNull(questionnaires.answeredAt)))
    .orderBy(asc(questionnaires.answeredAt), asc(questionnaires.id));
  return rows.flatMap(({ caseId, answeredAt, answers }) =>
    answeredAt === null || answers === null ? [] : [{ caseId, answeredAt, answers }],
  );
}

function rowsOf(caseId: string, caseFile: CaseRows["caseFile"], parts: Parts): CaseRows {
  const taken = parts.taken.filter(of("caseId", caseId));
  const current = parts.inForce.find(of("caseId", caseId));
  const latest = parts.latest.get(caseId);
  return {
    caseFile,
    decidedAt: taken.map(({ takenAt }) => takenAt),
    inForce: current ? decisionRows(current, parts) : null,
    weighing: (latest === undefined ? undefined : parts.weighings.get(latest)) ?? null,
    reviews: parts.reviews.filter(of("caseId", caseId)),
    settledAt: parts.settled.get(caseId) ?? null,
    asked: parts.asked.filter(of("caseId", caseId)),
    situation: parts.situations.get(caseId) ?? null,
  };
}

function decisionRows(decision: Parts["inForce"][number], parts: Parts): CaseRows["inForce"] {
  const { id, kind, takenAt, level, answer, weighingId } = decision;
  const optionIds = parts.optionIds.get(id) ?? [];
  return {
    ...{ kind, takenAt, level, answer, optionIds },
    weighing: (weighingId === null ? undefined : parts.weighings.get(weighingId)) ?? null,
    costLines: parts.costs.filter((line) => optionIds.includes(line.optionId)),
    conditions: parts.conditions.filter(of("decisionId", id)),
    precedents: parts.precedents.filter(of("decisionId", id)),
  };
}

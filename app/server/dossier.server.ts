import { and, asc, eq, inArray } from "drizzle-orm";
import { conditions, decisionClaims, decisions, type Queries } from "#db";
import {
  dossierFormat,
  dossierVersion,
  type Dossier,
  type DossierDecision,
  type DossierVersion,
} from "#app/domain/dossier.ts";
import type { DecisionRow } from "./decisions.server.ts";
import { dossierCase, dossierClaims, dossierFacts, dossierOptions } from "./dossier-case.server.ts";
import type { FilePeople } from "./dossier-people.server.ts";
import { dossierPrecedentCheck, factsCompared } from "./dossier-precedents.server.ts";
import { dossierScoring } from "./dossier-scoring.server.ts";
import { notFound } from "./http.server.ts";

/** When the dossier is made, and in which roles the decision was taken. */
export type Making = Dossier["made"] & { takenRoles: readonly string[] };

/** All that a decision that was taken rests on, as it is now. */
export async function dossierOf(
  read: Queries,
  decisionId: string,
  { at, moment, takenRoles }: Making,
): Promise<Dossier> {
  const [row] = await read.select().from(decisions).where(eq(decisions.id, decisionId));
  if (!row || row.status === "draft") return notFound();
  const { scoring, people } = await dossierScoring(read, row.weighingId);
  const agreed = await conditionsOf(read, decisionId);
  const decision = await decisionOf(read, row, { people, agreed, takenRoles });
  const precedentCheck = await dossierPrecedentCheck(read, row);
  const named = [...row.reasonPro, ...row.reasonCon, ...factsCompared(precedentCheck)];
  return {
    format: dossierFormat,
    version: dossierVersion,
    made: { at, moment },
    ...(await dossierCase(read, row.caseId)),
    decision,
    versions: await versionsOf(read, row.caseId),
    precedentCheck,
    facts: await dossierFacts(read, row.caseId, named),
    claims: await dossierClaims(read, row.caseId),
    options: await dossierOptions(read, row.caseId),
    ...scoring,
    people: await people.list(read, {
      takerId: row.takenBy,
      ownerIds: agreed.map(({ ownerId }) => ownerId),
    }),
  };
}

async function conditionsOf(read: Queries, decisionId: string) {
  return read
    .select({
      id: conditions.id,
      text: conditions.text,
      ownerId: conditions.ownerId,
      dueDate: conditions.dueDate,
    })
    .from(conditions)
    .where(eq(conditions.decisionId, decisionId))
    .orderBy(asc(conditions.position), asc(conditions.id));
}

type About = {
  people: FilePeople;
  agreed: Awaited<ReturnType<typeof conditionsOf>>;
  takenRoles: readonly string[];
};

async function decisionOf(
  read: Queries,
  row: DecisionRow,
  { people, agreed, takenRoles }: About,
): Promise<DossierDecision> {
  const { weighingId, optionId, level, ground, groundReference, legalAdvice, policyOwner } = row;
  const { motivation, reasonPro, reasonCon, departure, coverageReason, undiscussedReason } = row;
  const { minorityView, dignityRespected, citizenTold, citizenToldAt, reviewDate } = row;
  return {
    ...versionOf(row),
    ...{ weighingId, optionId, level, ground, groundReference, legalAdvice, policyOwner },
    ...{ motivation, reasonPro, reasonCon, departure, coverageReason, undiscussedReason },
    ...{ minorityView, dignityRespected, citizenTold, citizenToldAt, reviewDate },
    createdAt: row.createdAt,
    choices: await choicesOf(read, row.id),
    takenBy: row.takenBy === null ? null : people.taker(row.takenBy),
    takenRoles: [...takenRoles].sort(),
    preparedBy: people.other(row.preparedBy),
    conditions: agreed.map(({ ownerId, ...condition }) => ({
      ...condition,
      owner: people.other(ownerId),
    })),
  };
}

async function choicesOf(read: Queries, decisionId: string) {
  return read
    .select({ claimId: decisionClaims.claimId, optionId: decisionClaims.optionId })
    .from(decisionClaims)
    .where(eq(decisionClaims.decisionId, decisionId))
    .orderBy(asc(decisionClaims.claimId));
}

async function versionsOf(read: Queries, caseId: string): Promise<DossierVersion[]> {
  const rows = await read
    .select()
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), inArray(decisions.status, ["taken", "replaced"])))
    .orderBy(asc(decisions.number));
  return rows.map(versionOf);
}

function versionOf({ id, number, kind, ...row }: DecisionRow): DossierVersion {
  const { previousId, versionReason, takenAt } = row;
  const status = row.status === "replaced" ? "replaced" : "taken";
  return { id, number, kind, status, previousId, versionReason, takenAt };
}

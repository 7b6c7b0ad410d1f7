import { and, eq, ne } from "drizzle-orm";
import { db, decisions, environment } from "#db";
import type { DecisionKind } from "#app/domain/decision.ts";
import { hasRight } from "#app/domain/rights.ts";
import { isAfterObjection, lastDayToObject, openStep, timeliness } from "#app/domain/proceeding.ts";
import type { ProceedingsPage, ProceedingView } from "#app/schemas/proceeding-view.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { listDecisionOwners } from "./decision-owners.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { findCurrent } from "./decisions.server.ts";
import { ownsOrCoordinates } from "./follow-up.server.ts";
import {
  listProceedings,
  madeKnown,
  standing,
  termStart,
  type MadeKnown,
  type ProceedingRow,
} from "./proceeding-rows.server.ts";
import { recordReading } from "./readings.server.ts";

/** Objections, appeals and requests against the decision of a case, with their terms. */
export async function getProceedings(
  access: Access<"case.read">,
  caseId: string,
): Promise<ProceedingsPage> {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "follow-up");
  const { id, number, title, status } = caseFile;
  const rows = await listProceedings(db.read, caseId);
  const versions = await listVersions(caseId);
  const known = await madeKnown(
    db.read,
    versions.map((version) => version.id),
  );
  const { taken, draft } = await findCurrent(db.read, caseId);
  const mayRecord = hasRight(access.roles, "follow-up.record");
  const names = await namesOf(rows.flatMap(({ ownerId, closedBy }) => [ownerId, closedBy ?? ""]));
  const views = rows.map((row) => viewOf(access, row, { rows, versions, known, names }));
  return {
    caseFile: { id, number, title, status },
    decision: taken && inForce(taken, { versions, known }),
    open: views.filter(({ step }) => step !== null).sort((a, b) => a.dueDate - b.dueDate),
    done: views.filter(({ step }) => step === null),
    owners: mayRecord ? await listDecisionOwners(access, caseId) : [],
    ownId: access.person.id,
    mayRecord: mayRecord && taken !== null,
    mayPrepare: hasRight(access.roles, "decision.prepare"),
    drafting: draft !== null,
    now: environment.now(),
  };
}

type Version = { id: string; number: number; kind: DecisionKind; previousId: string | null };

async function listVersions(caseId: string): Promise<Version[]> {
  return db.read
    .select({
      ...{ id: decisions.id, number: decisions.number },
      ...{ kind: decisions.kind, previousId: decisions.previousId },
    })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), ne(decisions.status, "draft")))
    .orderBy(decisions.number);
}

function inForce(
  { id, number }: Pick<Version, "id" | "number">,
  { versions, known }: Pick<Around, "versions" | "known">,
) {
  const { at, by } = known.get(id) ?? { at: 0, by: "taken" as const };
  const afterObjection = isAfterObjection(id, versions);
  return {
    id,
    number,
    afterObjection,
    madeKnownAt: at,
    madeKnownBy: by,
    lastDay: lastDayToObject(at),
  };
}

type Around = {
  rows: ProceedingRow[];
  versions: Version[];
  known: Map<string, MadeKnown>;
  names: Map<string, string>;
};

function viewOf(
  access: Access<"case.read">,
  row: ProceedingRow,
  { rows, versions, known, names }: Around,
): ProceedingView {
  const { id, kind, receivedAt, dueDate, extended, ownerId, grounds, version } = row;
  const { outcome, outcomeNote, closedAt, closedBy } = row;
  const versionOf = (which: string | null) => {
    const found = versions.find((one) => one.id === which);
    return found ? { id: found.id, number: found.number } : null;
  };
  const madeKnownAt = known.get(row.decisionId)?.at ?? 0;
  const start = termStart(row, { madeKnownAt, others: rows });
  return {
    ...{ id, kind, receivedAt, dueDate, extended, ownerId, grounds, version },
    ...{ outcome, outcomeNote, closedAt },
    ...standing(row),
    closedBy: closedBy && (names.get(closedBy) ?? null),
    owner: names.get(ownerId) ?? "",
    timeliness: timeliness({ kind, madeKnownAt: start, receivedAt }),
    lastDay: lastDayToObject(start),
    decision: versionOf(row.decisionId) ?? { id: row.decisionId, number: 0 },
    newDecision: versionOf(row.newDecisionId),
    step: openStep(row),
    mayRecord: ownsOrCoordinates(access, row),
  };
}

import { and, asc, desc, eq, gte, inArray, lt, lte, ne, or } from "drizzle-orm";
import { caseFiles, db, decisionClaims, decisions, people, weighings } from "#db";
import { dayInMs } from "#app/domain/day.ts";
import { textIn } from "#app/domain/local-text.ts";
import type { DepartureFilters, DepartureItem } from "#app/schemas/departures.ts";
import type { Access } from "./access.server.ts";
import { listPeopleOf } from "./audit-log.server.ts";
import { visibleCases } from "./case-access.server.ts";
import { listScopes } from "./case-files.server.ts";

type Auditor = Access<"audit.read">;
const pageSize = 25;

/** Decisions that chose something else than was proposed, or what fails a perspective, newest first. */
export async function getDepartures(access: Auditor, filters: DepartureFilters) {
  const [found, people, scopes] = await Promise.all([
    findDepartures(access, filters, pageSize + 1),
    listPeopleOf(access),
    listScopes(access),
  ]);
  const items = found.slice(0, pageSize);
  const last = items.at(-1);
  const next = found.length > pageSize && last ? `${last.takenAt}.${last.decisionId}` : null;
  return { items, next, people, scopes };
}

/** All of them, a batch at a time, for a file. */
export async function* allDepartures(access: Auditor, filters: DepartureFilters) {
  const size = 200;
  let na = filters.na;
  for (;;) {
    const batch = await findDepartures(access, { ...filters, na }, size);
    if (batch.length > 0) yield batch;
    const last = batch.at(-1);
    if (batch.length < size || !last) return;
    na = { at: last.takenAt, id: last.decisionId };
  }
}

async function findDepartures(
  access: Auditor,
  filters: DepartureFilters,
  count: number,
): Promise<DepartureItem[]> {
  // Each status has its own stretch of the index, in order.
  const found = await Promise.all(
    (["taken", "replaced"] as const).map((status) => rowsWith(access, { filters, status, count })),
  );
  const rows = found
    .flat()
    .sort((a, b) => b.takenAt - a.takenAt || (a.id < b.id ? 1 : -1))
    .slice(0, count);
  return withOutcomes(access, rows);
}

type Asked = { filters: DepartureFilters; status: "taken" | "replaced"; count: number };

async function rowsWith(access: Auditor, { filters, status, count }: Asked) {
  const { persoon, regelgebied, antwoord, van, tot, na } = filters;
  const rows = await db.read
    .select({
      id: decisions.id,
      number: decisions.number,
      status: decisions.status,
      takenAt: decisions.takenAt,
      takenBy: people.name,
      reason: decisions.departure,
      answer: decisions.equalTreatmentAnswer,
      optionId: decisions.optionId,
      weighingId: decisions.weighingId,
      caseFile: { id: caseFiles.id, number: caseFiles.number, title: caseFiles.title },
    })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .leftJoin(people, eq(people.id, decisions.takenBy))
    .where(
      and(
        eq(decisions.organisationId, access.organisation.id),
        eq(decisions.status, status),
        // Whoever departs has to say why: nothing is taken without it.
        ne(decisions.departure, ""),
        visibleCases(access),
        persoon === undefined ? undefined : eq(decisions.takenBy, persoon),
        regelgebied === undefined ? undefined : eq(caseFiles.scopeId, regelgebied),
        antwoord === undefined ? undefined : eq(decisions.equalTreatmentAnswer, antwoord),
        van === undefined ? undefined : gte(decisions.takenAt, van),
        tot === undefined ? undefined : lt(decisions.takenAt, tot + dayInMs),
        na && lte(decisions.takenAt, na.at),
        na && or(lt(decisions.takenAt, na.at), lt(decisions.id, na.id)),
      ),
    )
    .orderBy(desc(decisions.takenAt), desc(decisions.id))
    .limit(count);
  return rows.map(({ takenAt, ...row }) => ({ ...row, takenAt: takenAt ?? 0 }));
}

type Row = Awaited<ReturnType<typeof rowsWith>>[number];

/** With what was chosen, what was proposed and where the choice does not pass. */
async function withOutcomes(access: Auditor, rows: Row[]): Promise<DepartureItem[]> {
  const weighingIds = rows.flatMap(({ weighingId }) => weighingId ?? []);
  const decisionIds = rows.map(({ id }) => id);
  if (rows.length === 0) return [];
  const [kept, claims] = await Promise.all([
    db.read
      .select({ id: weighings.id, snapshot: weighings.snapshot })
      .from(weighings)
      .where(inArray(weighings.id, weighingIds)),
    db.read
      .select({ decisionId: decisionClaims.decisionId, optionId: decisionClaims.optionId })
      .from(decisionClaims)
      .where(inArray(decisionClaims.decisionId, decisionIds))
      .orderBy(asc(decisionClaims.decisionId), asc(decisionClaims.claimId)),
  ]);
  const snapshots = new Map(kept.map(({ id, snapshot }) => [id, snapshot]));
  return rows.map(({ optionId, weighingId, status, takenBy, ...row }) => {
    const apart = claims.filter(({ decisionId }) => decisionId === row.id);
    const chosen = apart.length > 0 ? apart.map((claim) => claim.optionId) : [optionId ?? ""];
    const { id: decisionId, ...shown } = row;
    return {
      ...{ ...shown, decisionId, replaced: status === "replaced", takenBy: takenBy ?? "" },
      ...outcomeOf(access, snapshots.get(weighingId ?? ""), [...new Set(chosen)]),
    };
  });
}

type Snapshot = (typeof weighings.$inferSelect)["snapshot"];

function outcomeOf(access: Auditor, snapshot: Snapshot | undefined, chosen: string[]) {
  if (!snapshot) return { chosen: [], proposed: [], failing: [] };
  const { result, options, questionSet } = snapshot;
  const titles = (ids: readonly string[]) =>
    options.filter(({ id }) => ids.includes(id)).map(({ title }) => title);
  const failing = result.options
    .filter(({ id }) => chosen.includes(id))
    .flatMap(({ perspectives }) => perspectives.filter(({ passes }) => !passes))
    .map(({ id }) => id);
  const names = questionSet.content.perspectives
    .filter(({ key }) => failing.includes(key))
    .map(({ name }) => textIn(name, access.person.language));
  return { chosen: titles(chosen), proposed: titles(result.proposed), failing: names };
}

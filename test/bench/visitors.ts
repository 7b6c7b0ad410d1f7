import { and, asc, count, desc, eq, gt, isNull } from "drizzle-orm";
import {
  agendaItems,
  caseFiles,
  db,
  openDatabase,
  options,
  panelMembers,
  roleAssignments,
  stopDatabase,
} from "#db";
import { searchTerms } from "../../app/domain/search-terms.ts";
import { requireRight } from "../../app/server/access.server.ts";
import { openLogin } from "../../app/server/logins.server.ts";
import { searchPrecedents } from "../../app/server/precedent-search.server.ts";
import { precedentSearch } from "../../app/schemas/precedent-search.ts";
import { chance } from "../../db/seed/bulk/chance.ts";
import { vocabulary } from "../../db/seed/bulk/vocabulary.ts";
import { percentile } from "./measure.ts";

export type Visits = {
  organisationId: string;
  coordinatorCookie: string;
  assessorCookie: string;
  caseIds: string[];
  /** A case that is being scored, and cells of the assessor to fill. */
  scoring: { sessionId: string; caseId: string; criteria: string[]; optionIds: string[] };
  queries: string[];
};

const casesVisited = 200;
const queriesMade = 60;

/** Who visits and what they look at, with fresh logins. */
export async function prepareVisits(url: string): Promise<Visits> {
  await openDatabase(url);
  const organisationId = await largestOrganisation();
  const scoring = await openSeat(organisationId);
  const visits = {
    organisationId,
    coordinatorCookie: await cookieOf(await someoneWith(organisationId)),
    assessorCookie: await cookieOf(scoring.personId),
    caseIds: await spreadCases(organisationId),
    scoring,
    queries: searches(),
  };
  await stopDatabase();
  return visits;
}

async function largestOrganisation(): Promise<string> {
  const [largest] = await db.read
    .select({ id: caseFiles.organisationId })
    .from(caseFiles)
    .groupBy(caseFiles.organisationId)
    .orderBy(desc(count()))
    .limit(1);
  return largest?.id ?? "";
}

async function someoneWith(organisationId: string): Promise<string> {
  const [coordinator] = await db.read
    .select({ id: roleAssignments.personId })
    .from(roleAssignments)
    .where(
      and(
        eq(roleAssignments.organisationId, organisationId),
        eq(roleAssignments.role, "coordinator"),
      ),
    )
    .orderBy(asc(roleAssignments.id))
    .limit(1);
  return coordinator?.id ?? "";
}

async function cookieOf(personId: string): Promise<string> {
  return (await openLogin(personId)).split(";")[0] ?? "";
}

/** Cases all over the list: open and ended, with and without a round. */
async function spreadCases(organisationId: string): Promise<string[]> {
  const ids: string[] = [];
  const [first] = await caseAfter(organisationId, "");
  const [last] = await db.read
    .select({ at: caseFiles.receivedAt })
    .from(caseFiles)
    .orderBy(desc(caseFiles.id))
    .limit(1);
  const start = first?.at ?? 0;
  const step = ((last?.at ?? 0) - start) / casesVisited;
  for (let place = 0; place < casesVisited; place += 1) {
    const moment = Math.floor(start + place * step);
    const [next] = await caseAfter(organisationId, moment.toString(16).padStart(12, "0"));
    if (next) ids.push(next.id);
  }
  return ids;
}

function caseAfter(organisationId: string, time: string) {
  const id = time === "" ? "" : `${time.slice(0, 8)}-${time.slice(8)}`;
  return db.read
    .select({ id: caseFiles.id, at: caseFiles.receivedAt })
    .from(caseFiles)
    .where(and(eq(caseFiles.organisationId, organisationId), gt(caseFiles.id, id)))
    .orderBy(asc(caseFiles.id))
    .limit(1);
}

async function openSeat(organisationId: string) {
  const [seat] = await db.read
    .select({
      personId: panelMembers.personId,
      sessionId: agendaItems.sessionId,
      caseId: agendaItems.caseId,
    })
    .from(agendaItems)
    .innerJoin(panelMembers, eq(panelMembers.agendaItemId, agendaItems.id))
    .innerJoin(caseFiles, eq(caseFiles.id, agendaItems.caseId))
    .where(
      and(
        eq(agendaItems.phase, "scoring"),
        eq(caseFiles.organisationId, organisationId),
        eq(panelMembers.perspective, "societal"),
        isNull(panelMembers.readyAt),
      ),
    )
    .orderBy(asc(agendaItems.id))
    .limit(1);
  if (!seat) throw new Error("Nobody has anything to score: seed more cases");
  const own = await db.read
    .select({ id: options.id })
    .from(options)
    .where(eq(options.caseId, seat.caseId));
  return {
    ...seat,
    criteria: ["M1", "M2", "M3", "M4", "M5", "M6", "M7"],
    optionIds: own.map(({ id }) => id),
  };
}

/** As people search: some words, or a whole sentence. */
export function searches(): string[] {
  const random = chance(11);
  const words = vocabulary(chance(7));
  return Array.from({ length: queriesMade }, (_, place) => {
    const length = place % 2 === 0 ? 3 : 9;
    let query = words.text(random, length);
    while (searchTerms(query).length < length / 3) query = words.text(random, length);
    return query.replaceAll(".", "");
  });
}

/** How long the search itself takes without the web around it, 95 in 100 times at most. */
export async function searchInProcess(url: string, visits: Visits): Promise<number> {
  await openDatabase(url);
  const request = new Request("http://127.0.0.1/", {
    headers: { Cookie: visits.coordinatorCookie },
  });
  const access = await requireRight(request, "precedent.read");
  const times: number[] = [];
  for (const query of [...visits.queries, ...visits.queries, ...visits.queries]) {
    const search = precedentSearch.parse({ words: query });
    const started = performance.now();
    await searchPrecedents(access, search);
    times.push(performance.now() - started);
  }
  await stopDatabase();
  return percentile(times.slice(visits.queries.length), 0.95);
}

import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import {
  agendaItems,
  db,
  decisions,
  documents,
  options,
  precedents,
  sessions,
  weighings,
} from "#db";
import { hasRight } from "#app/domain/rights.ts";
import type { CaseProgress, Proposed } from "#app/schemas/case-view.ts";
import type { Access } from "./access.server.ts";
import type { CaseRow } from "./case-access.server.ts";
import { visiblePrecedentIds } from "./precedent-access.server.ts";
import { visibleSessions } from "./session-access.server.ts";

const ofCase = db.hot<{ caseId: string }>();
const caseId = sql.placeholder("caseId");

const agendaOf = ofCase((read) =>
  read
    .select({
      sessionId: sessions.id,
      title: sessions.title,
      startsAt: sessions.startsAt,
      deadline: sessions.deadline,
      phase: agendaItems.phase,
    })
    .from(agendaItems)
    .innerJoin(sessions, eq(sessions.id, agendaItems.sessionId))
    .where(eq(agendaItems.caseId, caseId))
    .orderBy(asc(sessions.startsAt)),
);

const weighingsOf = ofCase((read) =>
  read
    .select({
      id: weighings.id,
      number: weighings.number,
      reason: weighings.reason,
      createdAt: weighings.createdAt,
    })
    .from(weighings)
    .where(eq(weighings.caseId, caseId))
    .orderBy(desc(weighings.number)),
);

const decisionsOf = ofCase((read) =>
  read
    .select({
      id: decisions.id,
      number: decisions.number,
      kind: decisions.kind,
      status: decisions.status,
      takenAt: decisions.takenAt,
      reviewDate: decisions.reviewDate,
      option: options.title,
      level: decisions.level,
    })
    .from(decisions)
    .leftJoin(options, eq(options.id, decisions.optionId))
    .where(eq(decisions.caseId, caseId))
    .orderBy(desc(decisions.number)),
);

const precedentsOf = ofCase((read) =>
  read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      status: precedents.status,
    })
    .from(precedents)
    .innerJoin(decisions, eq(decisions.id, precedents.decisionId))
    .where(eq(decisions.caseId, caseId))
    .orderBy(asc(precedents.number)),
);

const documentsOf = ofCase((read) =>
  read
    .select({ id: documents.id, name: documents.name, size: documents.size })
    .from(documents)
    .where(and(eq(documents.caseId, caseId), isNull(documents.removedAt)))
    .orderBy(desc(documents.addedAt)),
);

/** How far the work on a case is: sessions, weighings, decisions and what came of them. */
export async function getCaseProgress(
  access: Access<"case.read">,
  caseFile: CaseRow,
): Promise<CaseProgress> {
  const values = { caseId: caseFile.id };
  const [agenda, weighed, decided, reused, added] = await Promise.all([
    agendaOf(values),
    weighingsOf(values),
    decisionsOf(values),
    precedentsOf(values),
    documentsOf(values),
  ]);
  const seesDrafts = hasRight(access.roles, "decision.prepare");
  const visible = new Set(
    await visiblePrecedentIds(
      access,
      reused.map(({ id }) => id),
    ),
  );
  return {
    sessions: await visibleAgenda(access, agenda),
    weighings: weighed,
    proposed: weighed[0] ? await proposedIn(weighed[0].id) : null,
    decisions: decided.filter(({ status }) => status !== "draft" || seesDrafts),
    precedents: reused.filter(({ id }) => visible.has(id)),
    documents: added,
  };
}

async function visibleAgenda<T extends { sessionId: string }>(access: Access, agenda: T[]) {
  if (agenda.length === 0 || !hasRight(access.roles, "session.read")) return [];
  const ids = agenda.map(({ sessionId }) => sessionId);
  const visible = await db.read
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(inArray(sessions.id, ids), visibleSessions(access)));
  return agenda.filter(({ sessionId }) => visible.some(({ id }) => id === sessionId));
}

const mostKept = 1000;
// A weighing never changes, and its snapshot is long: what the summary needs of it is kept.
const proposals = new Map<string, Proposed>();

async function proposedIn(weighingId: string): Promise<Proposed> {
  const known = proposals.get(weighingId);
  if (known) return known;
  const [row] = await db.read
    .select({ snapshot: weighings.snapshot })
    .from(weighings)
    .where(eq(weighings.id, weighingId));
  const { result, options: weighed } = row?.snapshot ?? { result: null, options: [] };
  const proposed = {
    titles: weighed.filter(({ id }) => result?.proposed.includes(id)).map(({ title }) => title),
    noClearDifference: result?.noClearDifference ?? false,
  };
  if (proposals.size >= mostKept) proposals.clear();
  proposals.set(weighingId, proposed);
  return proposed;
}

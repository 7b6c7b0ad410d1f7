import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import {
  caseFiles,
  db,
  environment,
  organisations,
  policyRules,
  precedents,
  scopes,
  sessions,
  signals,
} from "#db";
import { ruleStanding } from "#app/domain/policy-rule-life.ts";
import { hasRight } from "#app/domain/rights.ts";
import {
  costOfDoingNothing,
  isAnswerOverdue,
  isOpen,
  maySignalRemind,
  openStatuses,
  signalAge,
  signalMoves,
} from "#app/domain/signal.ts";
import type {
  SignalCase,
  SignalPage,
  SignalPrecedent,
  SignalRule,
} from "#app/schemas/signal-view.ts";
import type { Access } from "./access.server.ts";
import { visibleCases } from "./case-access.server.ts";
import { listScopes } from "./case-files.server.ts";
import { catalogueNow, countedNow } from "./catalogue-now.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";
import { visibleSessions } from "./session-access.server.ts";
import { mayAnswer } from "./signal-changes.server.ts";
import { costOfCases } from "./signal-cost.server.ts";
import { historyOf } from "./signal-history.server.ts";
import { listOwners, ownersOf } from "./signal-owners.server.ts";
import {
  getSignal,
  listSignalCases,
  listSignalPrecedents,
  visibleSignals,
  type ReadableSignal,
  type SignalRow,
} from "./signals.server.ts";

type Reader = Access<"signal.read">;
/** Values of one `in` list. */
const atOnce = 500;

/** All of a signal; of its cases only those this person may see, the others counted. */
export async function getSignalPage(access: Reader, id: string): Promise<SignalPage> {
  const row = await getSignal(access, id);
  const isHere = row.organisationId === access.organisation.id;
  const mayEdit = isHere && row.status !== "merged" && hasRight(access.roles, "signal.edit");
  const cases = await casesOf(access, row);
  const { steps, raisedBy } = await historyOf(access, row);
  const draftRule = isHere && isOpen(row.status) && hasRight(access.roles, "rule.edit");
  return {
    now: environment.now(),
    elsewhere: !isHere,
    signal: { ...(await headOf(access, row)), raisedBy },
    owner: await ownerOf(row),
    cost: {
      ...{ casesPerYear: row.casesPerYear, centsPerCase: row.centsPerCase },
      perYear: costOfDoingNothing(row),
      basis: row.costBasis,
      fromCases: isHere ? await costOfCases(db.read, cases.ids) : null,
    },
    cases: cases.shown,
    hiddenCases: cases.ids.length - cases.shown.length,
    precedents: await precedentsOf(access, row.id),
    rules: isHere && hasRight(access.roles, "rule.read") ? await rulesOf(row) : [],
    steps,
    ...(await mergesOf(access, row)),
    moves: mayEdit ? signalMoves(row.status) : [],
    may: {
      edit: mayEdit,
      answer: mayAnswer(access, row),
      remind: mayEdit && isWaiting(row) && maySignalRemind(row.remindedAt, environment.now()),
      ...{ draftRule, readRules: isHere && hasRight(access.roles, "rule.read") },
    },
    owners: mayEdit ? await listOwners(access) : [],
    scopes: mayEdit ? await listScopes(access) : [],
    others: mayEdit ? await othersThan(row) : [],
  };
}

/** Whether an owner is still asked for an answer. */
export function isWaiting(row: SignalRow): boolean {
  return isOpen(row.status) && row.answerBy !== null && row.answeredAt === null;
}

async function headOf(
  access: Reader,
  row: ReadableSignal,
): Promise<Omit<SignalPage["signal"], "raisedBy">> {
  const now = environment.now();
  const catalogue = await catalogueNow();
  const [scope] = row.scopeId
    ? await db.read.select({ name: scopes.name }).from(scopes).where(eq(scopes.id, row.scopeId))
    : [];
  const [organisation] = await db.read
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, row.organisationId));
  const { id, number, title, description, source, status, statusReason, scopeId, level } = row;
  const { raisedAt, closedAt, version } = row;
  return {
    ...{ id, number, title, description, source, status, statusReason, scopeId, level },
    ...{ raisedAt, version, ageDays: signalAge({ raisedAt, closedAt, now }) },
    scope: scope?.name ?? null,
    facts: countedNow(catalogue, row.facts).flatMap(
      (fact) => catalogue.byId.get(fact)?.label ?? [],
    ),
    session: row.sessionId ? await sessionOf(access, row.sessionId) : null,
    organisation: organisation?.name ?? "",
  };
}

async function sessionOf(access: Reader, id: string) {
  if (!hasRight(access.roles, "session.read")) return null;
  const [found] = await db.read
    .select({ id: sessions.id, title: sessions.title })
    .from(sessions)
    .where(and(eq(sessions.id, id), visibleSessions(access)));
  return found ?? null;
}

async function ownerOf(row: SignalRow): Promise<SignalPage["owner"]> {
  const names = (await ownersOf([row])).get(row.id);
  if (!names) return null;
  const { assignedAt, answerBy, remindedAt, answer, answeredAt } = row;
  return {
    id: row.ownerId,
    organisationId: row.ownerOrganisationId,
    ...names,
    contact: row.ownerContact,
    ...{ assignedAt, answerBy, remindedAt, answer, answeredAt },
    overdue: isAnswerOverdue(row, environment.now()),
  };
}

async function casesOf(access: Reader, { id }: SignalRow) {
  const rows = await listSignalCases(id);
  const ids = rows.map(({ caseId }) => caseId);
  const seen = new Map<string, Pick<SignalCase, "id" | "number" | "title" | "status">>();
  for (let from = 0; from < ids.length; from += atOnce) {
    const found = await db.read
      .select({
        ...{ id: caseFiles.id, number: caseFiles.number },
        ...{ title: caseFiles.title, status: caseFiles.status },
      })
      .from(caseFiles)
      .where(and(inArray(caseFiles.id, ids.slice(from, from + atOnce)), visibleCases(access)));
    for (const one of found) seen.set(one.id, one);
  }
  const shown = rows.flatMap(({ caseId, note, addedAt }) => {
    const found = seen.get(caseId);
    return found ? [{ ...found, note, addedAt }] : [];
  });
  return { ids, shown };
}

async function precedentsOf(access: Reader, signalId: string): Promise<SignalPrecedent[]> {
  const ids = await listSignalPrecedents(signalId);
  if (ids.length === 0) return [];
  return db.read
    .select({ id: precedents.id, number: precedents.number, title: precedents.title })
    .from(precedents)
    .where(and(inArray(precedents.id, ids.slice(0, atOnce)), visiblePrecedents(access)))
    .orderBy(desc(precedents.decidedAt), desc(precedents.id));
}

/** Of the own organisation: an owner elsewhere may have drafted one there. */
async function rulesOf({ id, organisationId }: SignalRow): Promise<SignalRule[]> {
  const rows = await db.read
    .select()
    .from(policyRules)
    .where(and(eq(policyRules.signalId, id), eq(policyRules.organisationId, organisationId)))
    .orderBy(desc(policyRules.createdAt), desc(policyRules.id));
  const now = environment.now();
  return rows.map((rule) => {
    const { id: ruleId, number, title } = rule;
    return { id: ruleId, number, title, standing: ruleStanding(rule, now) };
  });
}

const named = { id: signals.id, number: signals.number, title: signals.title };

/** Whoever owns the rule of one signal of another organisation may not see the others. */
async function mergesOf(access: Reader, row: SignalRow) {
  const [into] = row.mergedIntoId
    ? await db.read
        .select(named)
        .from(signals)
        .where(and(eq(signals.id, row.mergedIntoId), visibleSignals(access)))
    : [];
  const from = await db.read
    .select(named)
    .from(signals)
    .where(and(eq(signals.mergedIntoId, row.id), visibleSignals(access)))
    .orderBy(asc(signals.number), asc(signals.id));
  return { mergedInto: into ?? null, mergedFrom: from };
}

/** The signals this one could go on as. */
async function othersThan(row: SignalRow): Promise<SignalPage["others"]> {
  return db.read
    .select(named)
    .from(signals)
    .where(
      and(
        eq(signals.organisationId, row.organisationId),
        inArray(signals.status, [...openStatuses]),
        ne(signals.id, row.id),
      ),
    )
    .orderBy(desc(signals.raisedAt), desc(signals.id))
    .limit(200);
}

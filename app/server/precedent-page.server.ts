import { and, asc, count, desc, eq, inArray, ne } from "drizzle-orm";
import {
  auditEvents,
  caseFiles,
  db,
  decisionPrecedents,
  decisions,
  organisations,
  scopes,
} from "#db";
import { parseLawReference } from "#app/domain/law-reference.ts";
import { hasRight } from "#app/domain/rights.ts";
import type { PrecedentEvent, PrecedentPage } from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { visibleCaseIds, visibleCases } from "./case-access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { getReadablePrecedent, type ReadablePrecedent } from "./precedent-access.server.ts";
import { factsOfPrecedents } from "./precedent-check.server.ts";
import { perspectivesOf } from "./precedent-editing.server.ts";

const mostFollowers = 20;

/** A precedent as others read it: the story, the facts, the reasons, and what followed it. */
export async function getPrecedentPage(
  access: Access<"precedent.read">,
  precedentId: string,
): Promise<PrecedentPage> {
  const precedent = await getReadablePrecedent(access, precedentId);
  const isOwn = precedent.organisationId === access.organisation.id;
  const names = await namesOf([precedent.ownerId, precedent.publisherId ?? ""]);
  const perspectives = await perspectivesOf(precedent);
  return {
    precedent: shownColumns(precedent),
    perspectives: perspectives.flatMap(({ key, name }) => {
      const text = precedent.motivation[key] ?? "";
      return text.trim() === "" ? [] : [{ key, name, text }];
    }),
    facts: (await factsOfPrecedents([precedentId])).get(precedentId) ?? [],
    lawReferences: precedent.lawReferences.flatMap((text) => parseLawReference(text) ?? []),
    scope: await nameOfScope(precedent),
    organisation: await nameOfOrganisation(precedent),
    isOwn,
    // Who wrote and published it is the business of the own organisation.
    owner: isOwn ? (names.get(precedent.ownerId) ?? "") : null,
    publisher: isOwn ? (names.get(precedent.publisherId ?? "") ?? null) : null,
    source: await sourceFor(access, precedent),
    followers: await followersFor(access, precedentId),
    history: await historyOf(precedent, isOwn),
    mayEdit: isOwn && hasRight(access.roles, "precedent.edit"),
  };
}

function shownColumns(precedent: ReadablePrecedent) {
  const { id, number, title, summary, lifeEvents, level, status, endReason } = precedent;
  const { visibility, decidedAt, publishedAt, reviewDate } = precedent;
  return {
    ...{ id, number, title, summary, lifeEvents, level, status, endReason },
    ...{ visibility, decidedAt, publishedAt, reviewDate },
  };
}

async function nameOfScope({ scopeId }: ReadablePrecedent): Promise<string | null> {
  if (scopeId === null) return null;
  const [row] = await db.read
    .select({ name: scopes.name })
    .from(scopes)
    .where(eq(scopes.id, scopeId));
  return row?.name ?? null;
}

async function nameOfOrganisation({ organisationId }: ReadablePrecedent): Promise<string> {
  const [row] = await db.read
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, organisationId));
  return row?.name ?? "";
}

/** The decision it was made from, for who may see the case. */
async function sourceFor(access: Access<"precedent.read">, precedent: ReadablePrecedent) {
  const [row] = await db.read
    .select({
      id: decisions.id,
      caseId: decisions.caseId,
      number: decisions.number,
      status: decisions.status,
      caseNumber: caseFiles.number,
    })
    .from(decisions)
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(eq(decisions.id, precedent.decisionId ?? ""));
  const visible = row ? await visibleCaseIds(access, [row.caseId]) : [];
  return visible.length > 0 ? (row ?? null) : null;
}

/** Decisions that found it in their precedent check: how many, and those this person may read. */
async function followersFor(access: Access<"precedent.read">, precedentId: string) {
  const followed = and(
    eq(decisionPrecedents.precedentId, precedentId),
    eq(decisions.precedentCheck, "found"),
    ne(decisions.status, "draft"),
  );
  const [all] = await db.read
    .select({ total: count() })
    .from(decisionPrecedents)
    .innerJoin(decisions, eq(decisions.id, decisionPrecedents.decisionId))
    .where(followed);
  const readable = await db.read
    .select({
      id: decisions.id,
      caseId: caseFiles.id,
      number: caseFiles.number,
      title: caseFiles.title,
      level: decisions.level,
      takenAt: decisions.takenAt,
    })
    .from(decisionPrecedents)
    .innerJoin(decisions, eq(decisions.id, decisionPrecedents.decisionId))
    .innerJoin(caseFiles, eq(caseFiles.id, decisions.caseId))
    .where(and(followed, visibleCases(access)))
    .orderBy(desc(decisions.takenAt))
    .limit(mostFollowers);
  return { total: all?.total ?? 0, readable };
}

const told: PrecedentEvent[] = ["created", "offered", "sent_back", "published", "ended"];

/** What happened to it; inside the organisation with names. */
async function historyOf(precedent: ReadablePrecedent, isOwn: boolean) {
  const rows = await db.read
    .select({
      sequence: auditEvents.sequence,
      at: auditEvents.at,
      kind: auditEvents.kind,
      actorId: auditEvents.actorId,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.subjectId, precedent.id),
        inArray(
          auditEvents.kind,
          told.map((event) => `precedent.${event}`),
        ),
      ),
    )
    .orderBy(asc(auditEvents.sequence));
  const names = isOwn ? await namesOf(rows.flatMap(({ actorId }) => actorId ?? [])) : new Map();
  const events = rows.flatMap(({ kind, actorId, ...row }) => {
    const event = told.find((known) => kind === `precedent.${known}`);
    const by = actorId ? ((names.get(actorId) as string | undefined) ?? null) : null;
    return event ? [{ ...row, event, by }] : [];
  });
  return isOwn ? events : events.filter(({ event }) => event === "published" || event === "ended");
}

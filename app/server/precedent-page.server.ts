import { and, asc, eq, inArray, or } from "drizzle-orm";
import {
  auditEvents,
  caseFiles,
  db,
  decisions,
  environment,
  lineChanges,
  organisations,
  policyRules,
  scopes,
} from "#db";
import { parseLawReference } from "#app/domain/law-reference.ts";
import { precedentCounts } from "#app/domain/precedent-rules.ts";
import { hasRight } from "#app/domain/rights.ts";
import type {
  Named,
  PrecedentEvent,
  PrecedentLife,
  PrecedentPage,
} from "#app/schemas/precedent-view.ts";
import type { Access } from "./access.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { getReadablePrecedent, type ReadablePrecedent } from "./precedent-access.server.ts";
import { citationsOf } from "./precedent-citations.server.ts";
import { factsOfPrecedents } from "./precedent-check.server.ts";
import { perspectivesOf } from "./precedent-editing.server.ts";
import { findImportOf } from "./precedent-imports.server.ts";

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
    precedent: shownColumns(precedent, isOwn),
    life: await lifeOf(access, precedent),
    perspectives: perspectives.flatMap(({ key, name }) => {
      const text = precedent.motivation[key] ?? "";
      return text.trim() === "" ? [] : [{ key, name, text }];
    }),
    facts: (await factsOfPrecedents([precedentId])).get(precedentId) ?? [],
    lawReferences: precedent.lawReferences.flatMap((text) => parseLawReference(text) ?? []),
    scope: await scopeOf(precedent),
    organisation: await nameOfOrganisation(precedent),
    isOwn,
    // Who wrote and published it is the business of the own organisation.
    owner: isOwn ? (names.get(precedent.ownerId) ?? "") : null,
    publisher: isOwn ? (names.get(precedent.publisherId ?? "") ?? null) : null,
    source: await sourceFor(access, precedent),
    importedFrom: isOwn ? ((await findImportOf(precedent.importId))?.fileName ?? null) : null,
    citations: await citationsOf(access, precedent),
    history: await historyOf(precedent, isOwn),
    mayEdit: isOwn && hasRight(access.roles, "precedent.edit"),
  };
}

function shownColumns(precedent: ReadablePrecedent, isOwn: boolean) {
  const { id, number, title, summary, lifeEvents, level, status } = precedent;
  const { visibility, decidedAt, publishedAt, reviewDate, source } = precedent;
  // Why a line was changed was written in a decision: others read that it was.
  const isWritten = isOwn || precedent.lineChangeId === null;
  const endReason = isWritten ? precedent.endReason : "";
  // A reference of the old system is the business of the own organisation.
  const externalId = isOwn ? precedent.externalId : null;
  return {
    ...{ id, number, title, summary, lifeEvents, level, status, endReason },
    ...{ visibility, decidedAt, publishedAt, reviewDate, source, externalId },
  };
}

/** Whether it counts, until when, and what ended it. */
async function lifeOf(
  access: Access<"precedent.read">,
  precedent: ReadablePrecedent,
): Promise<PrecedentLife> {
  const now = environment.now();
  const counts = precedentCounts(precedent, now);
  const { reviewDate, reviewedAt, endReference, endedAt, validUntil } = precedent;
  return {
    counts,
    until: endedAt ?? validUntil,
    reference: parseLawReference(endReference),
    reviewedAt,
    isReviewDue: counts && reviewDate !== null && reviewDate <= now,
    lineChange: await lineChangeOf(access, precedent),
    rule: await ruleOf(access, precedent),
  };
}

async function lineChangeOf(access: Access<"precedent.read">, { lineChangeId }: ReadablePrecedent) {
  if (lineChangeId === null) return null;
  const [row] = await db.read
    .select({
      at: lineChanges.effectiveFrom,
      caseId: lineChanges.caseId,
      decisionId: lineChanges.decisionId,
    })
    .from(lineChanges)
    .where(eq(lineChanges.id, lineChangeId));
  if (!row) return null;
  const { at, caseId, decisionId: id } = row;
  const [visible] = await visibleCaseIds(access, [caseId]);
  return { at, decision: visible && id !== null ? { id, caseId } : null };
}

async function ruleOf(access: Access<"precedent.read">, { policyRuleId }: ReadablePrecedent) {
  if (policyRuleId === null) return null;
  const [row] = await db.read
    .select({
      id: policyRules.id,
      number: policyRules.number,
      organisationId: policyRules.organisationId,
    })
    .from(policyRules)
    .where(eq(policyRules.id, policyRuleId));
  if (!row) return null;
  const isOwn = row.organisationId === access.organisation.id;
  return { id: isOwn ? row.id : null, number: row.number };
}

async function scopeOf({ scopeId }: ReadablePrecedent): Promise<Named | null> {
  if (scopeId === null) return null;
  const [row] = await db.read
    .select({ id: scopes.id, name: scopes.name })
    .from(scopes)
    .where(eq(scopes.id, scopeId));
  return row ?? null;
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

const told: PrecedentEvent[] = [
  "created",
  "offered",
  "sent_back",
  "published",
  "managed",
  "reviewed",
  "ended",
];

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
      or(
        and(
          eq(auditEvents.subjectId, precedent.id),
          inArray(
            auditEvents.kind,
            told.map((event) => `precedent.${event}`),
          ),
        ),
        // Told once, of all that came in with it.
        and(
          eq(auditEvents.subjectId, precedent.importId ?? ""),
          eq(auditEvents.kind, "precedent.import-finished"),
        ),
      ),
    )
    .orderBy(asc(auditEvents.sequence));
  const names = isOwn ? await namesOf(rows.flatMap(({ actorId }) => actorId ?? [])) : new Map();
  const events = rows.flatMap(({ kind, actorId, ...row }) => {
    const own = told.find((known) => kind === `precedent.${known}`);
    const event = kind === "precedent.import-finished" ? "imported" : own;
    const by = actorId ? ((names.get(actorId) as string | undefined) ?? null) : null;
    return event ? [{ ...row, event, by }] : [];
  });
  return isOwn ? events : events.filter(({ event }) => event === "published" || event === "ended");
}

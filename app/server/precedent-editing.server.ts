import { and, asc, eq } from "drizzle-orm";
import {
  db,
  decisions,
  environment,
  people,
  precedents,
  roleAssignments,
  scopes,
  weighings,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import {
  assertPrecedentMove,
  nextPrecedentStatuses,
  precedentCounts,
  reviewHorizon,
} from "#app/domain/precedent-rules.ts";
import { shippedQuestionSets } from "#app/domain/question-sets/index.ts";
import type { PrecedentStory } from "#app/schemas/precedent.ts";
import type { PrecedentEditor } from "#app/schemas/precedent-view.ts";
import type { Access, Authorized } from "./access.server.ts";
import { visibleCaseIds } from "./case-access.server.ts";
import { namesOf } from "./decision-page.server.ts";
import { notFound } from "./http.server.ts";
import { getEditablePrecedent, type PrecedentRow } from "./precedent-access.server.ts";
import { factsOfPrecedents } from "./precedent-check.server.ts";
import { findingErrors, personalDataIn } from "./precedent-findings.server.ts";
import { reindexPrecedent } from "./precedent-index.server.ts";
import { editorsOf } from "./precedent-publishing.server.ts";

export type EditablePrecedent = Authorized<PrecedentRow, "edit">;

/** A precedent with the decision it comes from beside it, and what may be done with it now. */
export async function getPrecedentEditor(
  access: Access<"precedent.edit">,
  precedentId: string,
): Promise<PrecedentEditor> {
  const precedent = await getEditablePrecedent(access, precedentId);
  const editors = await editorsOf(db.read, precedent);
  return {
    precedent,
    counts: precedentCounts(precedent, environment.now()),
    isReviewDue: (precedent.reviewDate ?? Infinity) <= environment.now() + reviewHorizon,
    original: await originalDecision(access, precedent),
    perspectives: await perspectivesOf(precedent),
    facts: (await factsOfPrecedents([precedentId])).get(precedentId) ?? [],
    findings: personalDataIn(precedent),
    editor: (await namesOf([precedent.editorId])).get(precedent.editorId) ?? "",
    isEditor: editors.includes(access.person.id),
    next: nextPrecedentStatuses(precedent.status),
    scopes: await listScopes(access),
    owners: await listPolicyAdvisors(access),
  };
}

async function originalDecision(access: Access<"precedent.edit">, precedent: PrecedentRow) {
  const [row] = await db.read
    .select({
      id: decisions.id,
      caseId: decisions.caseId,
      number: decisions.number,
      motivation: decisions.motivation,
      departure: decisions.departure,
      minorityView: decisions.minorityView,
      groundReference: decisions.groundReference,
    })
    .from(decisions)
    .where(eq(decisions.id, precedent.decisionId ?? ""));
  if (!row) return null;
  const [visible] = await visibleCaseIds(access, [row.caseId]);
  return visible ? row : null;
}

/** The perspectives of the decision by their own names, in their own order. */
export async function perspectivesOf(
  precedent: PrecedentRow,
): Promise<{ key: string; name: LocalText }[]> {
  const [row] = await db.read
    .select({ snapshot: weighings.snapshot })
    .from(decisions)
    .innerJoin(weighings, eq(weighings.id, decisions.weighingId))
    .where(eq(decisions.id, precedent.decisionId ?? ""));
  const templates = row?.snapshot.questionSet.content.perspectives ?? [];
  const known = templates.map(({ key, name }) => ({ key, name }));
  const others = Object.keys(precedent.motivation).filter(
    (key) => !known.some((perspective) => perspective.key === key),
  );
  return [...known, ...others.map((key) => ({ key, name: shippedName(key) }))];
}

/** What a perspective is called where no decision says so: of a precedent from the back catalogue. */
function shippedName(key: string): LocalText {
  const shipped = shippedQuestionSets.flatMap(({ content }) => content.perspectives);
  return shipped.find((perspective) => perspective.key === key)?.name ?? { nl: key, en: key };
}

async function listScopes(access: Access<"precedent.edit">) {
  return db.read
    .select({ id: scopes.id, name: scopes.name })
    .from(scopes)
    .where(eq(scopes.organisationId, access.organisation.id))
    .orderBy(asc(scopes.name));
}

async function listPolicyAdvisors(access: Access<"precedent.edit">) {
  return db.read
    .select({ id: people.id, name: people.name })
    .from(people)
    .innerJoin(roleAssignments, eq(roleAssignments.personId, people.id))
    .where(
      and(
        eq(roleAssignments.organisationId, access.organisation.id),
        eq(roleAssignments.role, "policy_advisor"),
        eq(people.active, true),
      ),
    )
    .orderBy(asc(people.name), asc(people.id));
}

/** Keeps the rewritten text; with `offer` it goes to a second person, when no personal data is in it. */
export async function savePrecedent(
  access: Access<"precedent.edit">,
  change: { precedentId: string; story: PrecedentStory; offer: boolean },
  formKey?: string,
): Promise<void> {
  const { story, offer } = change;
  const precedent = await getEditablePrecedent(access, change.precedentId);
  await assertReferences(access, story);
  if (offer) assertMayOffer(precedent, story);
  await db.write(
    access.actor,
    async (tx) => {
      const row = await updateStory(tx, access, { precedent, story, offer });
      await reindexPrecedent(tx, row.id);
      await recordStory(tx, row, "precedent.saved", story);
      if (offer) await recordStory(tx, row, "precedent.offered", { status: row.status });
    },
    { formKey },
  );
}

function assertMayOffer(precedent: PrecedentRow, story: PrecedentStory): void {
  assertPrecedentMove({ from: precedent.status, to: "in_review" });
  const findings = personalDataIn(story);
  if (findings.length > 0) {
    throw new DomainError("precedent_personal_data", { errors: findingErrors(findings) });
  }
}

async function assertReferences(
  access: Access<"precedent.edit">,
  story: PrecedentStory,
): Promise<void> {
  const known = await listScopes(access);
  if (story.scopeId !== null && !known.some(({ id }) => id === story.scopeId)) {
    throw new DomainError("unknown_option", { field: "scopeId" });
  }
  await assertOwner(access, story.ownerId);
}

/** Who looks after a precedent is an active policy advisor of the organisation. */
export async function assertOwner(
  access: Access<"precedent.edit">,
  ownerId: string,
): Promise<void> {
  const owners = await listPolicyAdvisors(access);
  if (!owners.some(({ id }) => id === ownerId)) {
    throw new DomainError("unknown_option", { field: "ownerId" });
  }
}

type Change = { precedent: EditablePrecedent; story: PrecedentStory; offer: boolean };

async function updateStory(
  tx: Transaction,
  access: Access<"precedent.edit">,
  { precedent, story, offer }: Change,
): Promise<PrecedentRow> {
  const { version, ...texts } = story;
  const [row] = await tx
    .update(precedents)
    .set({
      ...texts,
      status: offer ? "in_review" : "draft",
      editorId: access.person.id,
      updatedAt: environment.now(),
      version: version + 1,
    })
    .where(
      and(
        eq(precedents.id, precedent.id),
        eq(precedents.status, "draft"),
        eq(precedents.version, version),
      ),
    )
    .returning();
  if (row) return row;
  const [theirs = notFound()] = await tx
    .select()
    .from(precedents)
    .where(eq(precedents.id, precedent.id));
  if (theirs.status !== "draft") throw new DomainError("precedent_not_draft");
  throw new DomainError("stale_version", { conflict: differences(theirs, story) });
}

function differences(theirs: PrecedentRow, yours: PrecedentStory) {
  const pairs = [
    { field: "title", theirs: theirs.title, yours: yours.title },
    { field: "summary", theirs: theirs.summary, yours: yours.summary },
    ...Object.entries(yours.motivation).map(([key, text]) => ({
      field: `motivation.${key}`,
      theirs: theirs.motivation[key] ?? "",
      yours: text,
    })),
  ];
  return pairs.filter((pair) => pair.theirs !== pair.yours);
}

async function recordStory(
  tx: Transaction,
  row: PrecedentRow,
  kind: "precedent.saved" | "precedent.offered",
  content: unknown,
): Promise<void> {
  const [source] = await tx
    .select({ caseId: decisions.caseId })
    .from(decisions)
    .where(eq(decisions.id, row.decisionId ?? ""));
  await tx.record({
    kind,
    subject: { type: "precedent", id: row.id },
    caseId: source?.caseId ?? null,
    details: { number: row.number, status: row.status },
    content,
  });
}

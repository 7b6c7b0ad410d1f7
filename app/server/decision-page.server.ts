import { redirect } from "@remix-run/node";
import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { auditEvents, caseLawReferences, claims, db, options, people, weighings } from "#db";
import { parseLawReference, type LawReference } from "#app/domain/law-reference.ts";
import { hasRight, type Role } from "#app/domain/rights.ts";
import type {
  ChosenOption,
  DecisionFactWords,
  DecisionPage,
  DecisionVersion,
} from "#app/schemas/decision-view.ts";
import type { Access } from "./access.server.ts";
import { findCovering } from "./checkpoints.server.ts";
import { mayTakeAway, type ReadableCase } from "./case-access.server.ts";
import { factsInCase } from "./case-facts.server.ts";
import { catalogueNow, countedNow } from "./catalogue-now.server.ts";
import {
  decisionParts,
  getDecision,
  listDecisions,
  type DecisionParts,
  type ReadableDecision,
} from "./decisions.server.ts";
import { weighingInWords } from "./decision-weighing.server.ts";
import { listLetters } from "./letter-rows.server.ts";
import {
  findPrecedentOf,
  namedPrecedents,
  takenTreatment,
} from "./precedents-of-decision.server.ts";
import { listOpenProceedings } from "./proceeding-rows.server.ts";
import { recordReading } from "./readings.server.ts";
import { listReviewDates } from "./reviews.server.ts";

/** A decision as a file: all that was decided, on what it rests and how it came about. */
export async function getDecisionPage(
  access: Access<"case.read">,
  caseId: string,
  decisionId: string,
): Promise<DecisionPage> {
  const { caseFile, decision } = await getDecision(access, caseId, decisionId);
  if (decision.status === "draft") throw redirect(`/casussen/${caseId}/besluit`, 303);
  await recordReading(access, caseFile, "decision");
  const parts = await decisionParts(db.read, decision.id);
  const snapshot = await snapshotOf(decision);
  const versions = await listDecisions(access, caseFile);
  const { id, number, title } = caseFile;
  return {
    caseFile: { id, number, title },
    organisation: access.organisation.name,
    decision: shownColumns(decision),
    levels: snapshot?.questionSet.content.levels ?? null,
    choices: await chosenOptions(caseFile, decision, parts),
    perspectives: namedMotivation(decision, snapshot),
    lawReferences: await lawReferencesOf(caseFile, decision),
    ...(await reasonFacts(caseFile, decision)),
    weighing: snapshot && weighingInWords(snapshot),
    conditions: await namedConditions(parts),
    reviewDates: await listReviewDates(decision.id),
    proceedings: await listOpenProceedings(caseFile),
    precedents: await namedPrecedents(access, decision.id),
    treatment: await takenTreatment(decision),
    ownPrecedent: await findPrecedentOf(access, decision.id),
    letters: await listLetters(decision.id),
    taken: await takenBy(decision),
    versions,
    may: mayDo(access, { caseFile, decision, versions }),
  };
}

type Shown = { caseFile: ReadableCase; decision: ReadableDecision; versions: DecisionVersion[] };

function mayDo(access: Access<"case.read">, { caseFile, decision, versions }: Shown) {
  return {
    startVersion:
      hasRight(access.roles, "decision.prepare") &&
      decision.status === "taken" &&
      !versions.some(({ status }) => status === "draft"),
    makePrecedent: hasRight(access.roles, "precedent.edit") && mayBecomePrecedent(decision),
    takeAway: mayTakeAway(access, caseFile),
  };
}

export function mayBecomePrecedent(decision: ReadableDecision): boolean {
  return decision.status === "taken" && decision.kind !== "withdrawal" && decision.level !== null;
}

function shownColumns(decision: ReadableDecision) {
  const { id, number, kind, status, versionReason, weighingId, level, ground } = decision;
  const { groundReference, legalAdvice, policyOwner, departure, minorityView } = decision;
  const { coverageReason, undiscussedReason, precedentCheck, precedentCheckText } = decision;
  const { dignityRespected, citizenTold, citizenToldAt } = decision;
  return {
    ...{ id, number, kind, status, versionReason, weighingId, level, ground },
    ...{ groundReference, legalAdvice, policyOwner, departure, minorityView },
    ...{ coverageReason, undiscussedReason, precedentCheck, precedentCheckText },
    ...{ dignityRespected, citizenTold, citizenToldAt },
  };
}

export async function snapshotOf(decision: ReadableDecision) {
  if (decision.weighingId === null) return null;
  const [row] = await db.read
    .select({ snapshot: weighings.snapshot })
    .from(weighings)
    .where(eq(weighings.id, decision.weighingId));
  return row?.snapshot ?? null;
}

type Snapshot = NonNullable<Awaited<ReturnType<typeof snapshotOf>>>;

export function namedMotivation(decision: ReadableDecision, snapshot: Snapshot | null) {
  const templates = snapshot?.questionSet.content.perspectives ?? [];
  const order = templates.map(({ key }) => key);
  return Object.entries(decision.motivation)
    .filter(([, text]) => text.trim() !== "")
    .map(([key, text]) => ({
      key,
      name: templates.find((template) => template.key === key)?.name ?? { nl: key, en: key },
      text,
    }))
    .sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key));
}

export async function chosenOptions(
  caseFile: ReadableCase,
  decision: ReadableDecision,
  parts: DecisionParts,
): Promise<ChosenOption[]> {
  const optionIds = [...parts.choices.map(({ optionId }) => optionId), decision.optionId ?? ""];
  const rows = await db.read
    .select({
      id: options.id,
      title: options.title,
      description: options.description,
      level: options.level,
    })
    .from(options)
    .where(inArray(options.id, optionIds));
  const optionOf = (id: string | null) => rows.find((option) => option.id === id);
  const whole = optionOf(decision.optionId);
  if (whole && parts.choices.length === 0) return [{ claim: null, option: whole }];
  const claimRows = await db.read
    .select({ id: claims.id, label: claims.label, cents: claims.cents })
    .from(claims)
    .where(eq(claims.caseId, caseFile.id))
    .orderBy(asc(claims.position));
  return claimRows.flatMap((claim) => {
    const choice = parts.choices.find(({ claimId }) => claimId === claim.id);
    const option = optionOf(choice?.optionId ?? null);
    return option ? [{ claim, option }] : [];
  });
}

/** References named with the ground, then those of the case. */
async function lawReferencesOf(
  caseFile: ReadableCase,
  decision: ReadableDecision,
): Promise<LawReference[]> {
  const rows = await db.read
    .select({ value: caseLawReferences.value })
    .from(caseLawReferences)
    .where(eq(caseLawReferences.caseId, caseFile.id))
    .orderBy(asc(caseLawReferences.position));
  const words = decision.groundReference.split(/[\s;,]+/);
  const found = [...words, ...rows.map(({ value }) => value)].flatMap(
    (text) => parseLawReference(text) ?? [],
  );
  return found.filter(
    ({ value }, place) => found.findIndex((other) => other.value === value) === place,
  );
}

async function reasonFacts(caseFile: ReadableCase, decision: ReadableDecision) {
  const catalogue = await catalogueNow();
  const known = new Map(
    (await factsInCase(db.read, caseFile.id)).map((fact) => [fact.factId, fact]),
  );
  const named = (ids: string[]): DecisionFactWords[] =>
    countedNow(catalogue, ids)
      .flatMap((id) => catalogue.byId.get(id) ?? [])
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ id, label, measure }) => {
        const { amount = null, note = "" } = known.get(id) ?? {};
        return { id, label, measure, amount, note };
      });
  return { factsFor: named(decision.reasonPro), factsAgainst: named(decision.reasonCon) };
}

async function namedConditions({ conditions }: DecisionParts) {
  const owners = await namesOf(conditions.map(({ ownerId }) => ownerId));
  return conditions.map(({ id, text, dueDate, doneAt, ownerId }) => ({
    id,
    text,
    dueDate,
    doneAt,
    owner: owners.get(ownerId) ?? "",
  }));
}

export async function namesOf(ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Who took it and in which roles, as the log has it. */
async function takenBy(decision: ReadableDecision) {
  if (decision.takenBy === null || decision.takenAt === null) return null;
  const [event] = await db.read
    .select({
      roles: auditEvents.actorRoles,
      sequence: auditEvents.sequence,
      contentHash: auditEvents.contentHash,
    })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.caseId, decision.caseId),
        eq(auditEvents.kind, "decision.taken"),
        eq(auditEvents.subjectId, decision.id),
      ),
    )
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  const roles = (event?.roles ?? []).filter((role) => hasRight([role as Role], "decision.take"));
  return {
    name: (await namesOf([decision.takenBy])).get(decision.takenBy) ?? "",
    at: decision.takenAt,
    roles: roles as Role[],
    event: event
      ? {
          sequence: event.sequence,
          contentHash: event.contentHash,
          checkpoint: await checkpointOver(event.sequence),
        }
      : null,
  };
}

/** The first head of the log with this event in it, as it is printed: name, size and root. */
async function checkpointOver(sequence: number): Promise<string | null> {
  const head = await findCovering(sequence);
  return head?.note.split("\n").slice(0, 3).join("\n") ?? null;
}

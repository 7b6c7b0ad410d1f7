import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import {
  caseFiles,
  db,
  decisions,
  destructions,
  environment,
  facts,
  handovers,
  letters,
  lineChangePrecedents,
  lineChanges,
  oneTimeTokens,
  people,
  policyRules,
  practiceRuns,
  precedentImportRows,
  precedentImports,
  precedents,
  questionnaires,
  questionSets,
  roleAssignments,
  scopes,
  systemActor,
} from "#db";
import { practiceOptions } from "../../app/domain/practice/practice-case.ts";
import { practicePages, practicePerspectives } from "../../app/domain/practice/practice-pages.ts";
import { practiceSteps } from "../../app/domain/practice/practice-questions.ts";
import { answerKey } from "../../app/domain/practice/practice-run.ts";
import { openDoor } from "./open-door.ts";
import { arrange } from "./database.ts";

export const draftRuleId = "01900000-0000-7000-8000-00000000d7af";
export const resetToken = "a-token-that-works-once";
export const questionnaireToken = "a-link-that-a-citizen-has-not-answered-yet";

/** Makes what the example data has no page for: drafts, imports, practice sessions, a link for a password. */
export async function openExtraPlaces(organisationId: string): Promise<void> {
  await openDraft(organisationId);
  await openImport(organisationId);
  await openLineChange(organisationId);
  await openDestruction(organisationId);
  await openPracticeRuns();
  await openDoor(organisationId);
  await openLetter(organisationId);
  await openHandover(organisationId);
  await openQuestionnaire(organisationId);
  await openRule(organisationId);
  const [person] = await db.read.select({ id: people.id }).from(people).limit(1);
  await arrange(async (tx) => {
    await tx.insert(oneTimeTokens).values({
      secretHash: createHash("sha256").update(resetToken).digest("hex"),
      purpose: "password_reset",
      personId: person?.id ?? null,
      expiresAt: environment.now() + 3_600_000,
    });
  });
}

/** A policy rule that is being drafted. */
async function openRule(organisationId: string): Promise<void> {
  const [scope] = await db.read
    .select({ id: scopes.id })
    .from(scopes)
    .where(eq(scopes.organisationId, organisationId))
    .orderBy(scopes.name);
  const [fact] = await db.read.select({ id: facts.id }).from(facts).orderBy(facts.number);
  const [person] = await db.read
    .select({ id: roleAssignments.personId })
    .from(roleAssignments)
    .where(eq(roleAssignments.organisationId, organisationId));
  const at = environment.now();
  await arrange(async (tx) => {
    await tx.insert(policyRules).values({
      ...{ id: draftRuleId, organisationId, number: "R-2020-0001", status: "draft", level: 2 },
      ...{ title: "Late aanvraag", text: "U krijgt het geld terug.", lawReferences: [] },
      ...{ scopeId: scope?.id ?? "", mustHold: [fact?.id ?? ""], mustNotHold: [], bounds: [] },
      ...{ preparedBy: person?.id ?? "", createdAt: at, updatedAt: at },
    });
  });
}

/** A link for a citizen that waits for an answer. */
async function openQuestionnaire(organisationId: string): Promise<void> {
  const [decision] = await db.read
    .select()
    .from(decisions)
    .where(and(eq(decisions.organisationId, organisationId), eq(decisions.status, "taken")))
    .orderBy(decisions.takenAt, decisions.id);
  if (!decision) throw new Error("The example data has no decision");
  await arrange(async (tx) => {
    await tx.insert(questionnaires).values({
      ...{ id: environment.newId(), caseId: decision.caseId, decisionId: decision.id },
      ...{ moment: "after_decision", createdBy: decision.preparedBy },
      secretHash: createHash("sha256").update(questionnaireToken).digest("hex"),
      createdAt: environment.now(),
      expiresAt: environment.now() + 3_600_000,
    });
  });
}

async function openDraft(organisationId: string): Promise<string> {
  const [published] = await db.read
    .select()
    .from(questionSets)
    .where(and(eq(questionSets.key, "perspectiefcirkel-nl"), eq(questionSets.status, "published")));
  if (!published) throw new Error("No question set was shipped");
  const id = environment.newId();
  return db.write(systemActor, async (tx) => {
    await tx
      .insert(questionSets)
      .values({ ...published, id, organisationId, key: "proefset", number: 1, status: "draft" });
    await tx.record({ kind: "question-set.drafted", subject: { type: "question-set", id } });
    return id;
  });
}

/** A change of line that somebody asked for and nobody decided about yet. */
async function openLineChange(organisationId: string): Promise<void> {
  const [found] = await db.read
    .select({ precedent: precedents, caseId: decisions.caseId })
    .from(precedents)
    .innerJoin(decisions, eq(decisions.id, precedents.decisionId))
    .where(and(eq(precedents.organisationId, organisationId), eq(precedents.status, "valid")))
    .orderBy(precedents.id);
  if (!found) throw new Error("The example data has no precedent");
  const { precedent, caseId } = found;
  const lineChangeId = environment.newId();
  await arrange(async (tx) => {
    await tx.insert(lineChanges).values({
      ...{ id: lineChangeId, organisationId, caseId, level: 0, status: "proposed" },
      scopeId: precedent.scopeId ?? "",
      motivation: "De regel is sindsdien strenger geworden.",
      proposedBy: precedent.ownerId,
      proposedAt: environment.now(),
    });
    await tx.insert(lineChangePrecedents).values({ lineChangeId, precedentId: precedent.id });
  });
}

/** A case that was brought to an organisation outside, which has not answered yet. */
async function openHandover(organisationId: string): Promise<void> {
  const [found] = await db.read
    .select()
    .from(caseFiles)
    .where(and(eq(caseFiles.organisationId, organisationId), eq(caseFiles.status, "follow_up")))
    .orderBy(caseFiles.id);
  if (!found) throw new Error("The example data has no case in follow-up");
  const { id: caseId, title, submitterId } = found;
  const now = environment.now();
  await arrange(async (tx) => {
    await tx.insert(handovers).values({
      ...{ id: environment.newId(), caseId, organisationId, toName: "Woningstichting De Brug" },
      ...{ contactName: "Mevrouw Aydin", contactReach: "088 000 00 00" },
      ...{ question: "Kunt u de huur bevriezen?", consent: "Dat mag.", consentAt: now },
      ...{ parts: ["title"], content: { title: [{ label: "Titel", text: title }] } },
      ...{ status: "sent", answerBy: now, sentBy: submitterId, sentAt: now },
    });
  });
}

/** A letter that is being written, about the first decision. */
async function openLetter(organisationId: string): Promise<void> {
  const [found] = await db.read
    .select({ id: decisions.id, caseId: decisions.caseId, by: decisions.preparedBy })
    .from(decisions)
    .where(and(eq(decisions.organisationId, organisationId), eq(decisions.status, "taken")))
    .orderBy(decisions.takenAt);
  if (!found) throw new Error("The example data has no decision");
  const text = "U krijgt het geld terug.";
  const content = {
    ...{ salutation: "Beste lezer,", outcome: text, reasons: [text], duties: [text] },
    ...{ disagree: text, disagreeUntil: environment.now(), contact: text, closing: "Dag" },
  };
  const times = { createdAt: environment.now(), updatedAt: environment.now() };
  await arrange(async (tx) => {
    await tx.insert(letters).values({
      ...{ id: environment.newId(), caseId: found.caseId, decisionId: found.id, number: 1 },
      ...{ content, updatedBy: found.by, ...times },
    });
  });
}

/** A case that was withdrawn, and that somebody proposed to destroy. */
async function openDestruction(organisationId: string): Promise<void> {
  const [found] = await db.read
    .select()
    .from(caseFiles)
    .where(and(eq(caseFiles.organisationId, organisationId), eq(caseFiles.status, "withdrawn")))
    .orderBy(caseFiles.id);
  if (!found) throw new Error("The example data has no case that was withdrawn");
  await arrange(async (tx) => {
    await tx.insert(destructions).values({
      ...{ id: environment.newId(), organisationId, caseId: found.id, caseNumber: found.number },
      ...{ ground: "erasure_request", status: "proposed", proposedBy: found.submitterId },
      proposedAt: environment.now(),
    });
  });
}

/** A file with precedents that was checked: two good rows and one with errors. */
async function openImport(organisationId: string): Promise<void> {
  const [uploader] = await db.read
    .select({ personId: roleAssignments.personId })
    .from(roleAssignments)
    .where(
      and(
        eq(roleAssignments.organisationId, organisationId),
        eq(roleAssignments.role, "policy_advisor"),
      ),
    )
    .orderBy(roleAssignments.id);
  const importId = environment.newId();
  const errors = { "": ["unknown_column:wat"], summary: ["personal_data:phone", "too_long:10000"] };
  await arrange(async (tx) => {
    await tx.insert(precedentImports).values({
      id: importId,
      organisationId,
      personId: uploader?.personId ?? "",
      fileName: "archief.csv",
      format: "csv",
      sha256: "-",
      status: "checked",
      ...{ rows: 3, good: 2, broken: 1, done: 3 },
      visibility: "organisation",
      createdAt: environment.now(),
    });
    await tx.insert(precedentImportRows).values([
      { importId, row: 2, status: "good", data: {}, errors: {} },
      { importId, row: 3, status: "good", data: {}, errors: {} },
      { importId, row: 4, status: "broken", data: { externalId: "3" }, errors },
    ]);
  });
}

/** The coordinators have finished the practice session; everyone else stands at another page of it. */
async function openPracticeRuns(): Promise<void> {
  const everyone = await db.read.select({ id: people.id }).from(people).orderBy(people.name);
  const coordinators = await db.read
    .select({ id: roleAssignments.personId })
    .from(roleAssignments)
    .where(eq(roleAssignments.role, "coordinator"));
  await db.write(systemActor, async (tx) => {
    for (const [place, { id: personId }] of everyone.entries()) {
      const finished = coordinators.some(({ id }) => id === personId);
      const step = finished ? "finished" : (practicePages[place % practicePages.length] ?? "case");
      const perspective = practicePerspectives[place % practicePerspectives.length] ?? "legal";
      const answers = practiceAnswers(perspective);
      await tx.insert(practiceRuns).values({ personId, perspective, step, answers, startedAt: 1 });
    }
    await tx.record({ kind: "practice.started", subject: { type: "practice", id: "everyone" } });
  });
}

/** Sufficient everywhere. */
export function practiceAnswers(perspective: (typeof practicePerspectives)[number]) {
  const cells = practiceSteps(perspective).flatMap(({ key, kind }) =>
    practiceOptions.map((_, option) => [
      answerKey("choice", key, option),
      kind === "gate" ? "yes" : "3",
    ]),
  );
  return Object.fromEntries(cells) as Record<string, string>;
}

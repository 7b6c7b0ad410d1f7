/** One-time links with which a citizen answers five questions: made, withdrawn, and what came of them. */
import { and, asc, desc, eq, gt, isNotNull, isNull } from "drizzle-orm";
import { db, decisions, environment, people, questionnaires, reviews, type Transaction } from "#db";
import "#app/i18n/all-languages.ts";
import { languages } from "#app/domain/local-text.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { questionnaireState } from "#app/domain/questionnaire.ts";
import { hasRight } from "#app/domain/rights.ts";
import { formatFor } from "#app/i18n/format.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { aboutDecision, type QuestionnaireInput } from "#app/schemas/questionnaire.ts";
import type { CitizenLink, QuestionnairesPage } from "#app/schemas/questionnaire-view.ts";
import type { Access } from "./access.server.ts";
import { getCase } from "./case-access.server.ts";
import { notFound } from "./http.server.ts";
import { qrCodeOf } from "./qr-codes.server.ts";
import { recordReading } from "./readings.server.ts";
import { hashSecret } from "./set-up.server.ts";
import { settings } from "./settings.server.ts";

type Invite = Extract<QuestionnaireInput, { intent: "invite" }>;
type Withdraw = Extract<QuestionnaireInput, { intent: "withdraw" }>;

/** The links of a case, newest first; the answers for who follows it up or accounts for it. */
export async function getQuestionnaires(
  access: Access<"case.read">,
  caseId: string,
): Promise<QuestionnairesPage> {
  const caseFile = await getCase(access, caseId);
  await recordReading(access, caseFile, "questionnaires");
  const { id, number, title, status } = caseFile;
  const mayRead =
    hasRight(access.roles, "follow-up.record") || hasRight(access.roles, "figures.read");
  const now = environment.now();
  const rows = await rowsOf(caseId);
  const decision = await decisionInForce(caseId);
  const answered = rows
    .filter(({ row }) => row.answeredAt !== null)
    .map(({ row }) => subjectOf(row));
  const held = decision ? await heldReviews(caseId) : [];
  const subjects = [
    ...(decision ? [{ about: aboutDecision, decisionId: decision.id, heldAt: null }] : []),
    ...held.map((review) => ({ about: review.id, decisionId: "", heldAt: review.heldAt })),
  ];
  return {
    caseFile: { id, number, title, status },
    decision: decision && { id: decision.id, takenAt: decision.takenAt },
    subjects: subjects
      .filter((one) => !answered.includes(one.decisionId || one.about))
      .map(({ about, heldAt }) => ({ about, heldAt })),
    questionnaires: rows.map(({ row, by, heldAt }) => ({
      ...{ id: row.id, moment: row.moment, state: questionnaireState(row, now) },
      ...{ createdBy: by, createdAt: row.createdAt, expiresAt: row.expiresAt },
      ...{ answeredAt: row.answeredAt, reviewHeldAt: heldAt },
      answers: mayRead ? row.answers : null,
    })),
    mayInvite: hasRight(access.roles, "questionnaire.invite"),
  };
}

type Row = typeof questionnaires.$inferSelect;

/** What a link asks about: a look back, or the decision itself. */
function subjectOf({ reviewId, decisionId }: Pick<Row, "reviewId" | "decisionId">): string {
  return reviewId ?? decisionId;
}

function rowsOf(caseId: string) {
  return db.read
    .select({ row: questionnaires, by: people.name, heldAt: reviews.heldAt })
    .from(questionnaires)
    .innerJoin(people, eq(people.id, questionnaires.createdBy))
    .leftJoin(reviews, eq(reviews.id, questionnaires.reviewId))
    .where(eq(questionnaires.caseId, caseId))
    .orderBy(desc(questionnaires.createdAt), desc(questionnaires.id));
}

async function decisionInForce(caseId: string) {
  const [row] = await db.read
    .select({ id: decisions.id, takenAt: decisions.takenAt })
    .from(decisions)
    .where(and(eq(decisions.caseId, caseId), eq(decisions.status, "taken")));
  return row && row.takenAt !== null ? { id: row.id, takenAt: row.takenAt } : null;
}

async function heldReviews(caseId: string) {
  return db.read
    .select({ id: reviews.id, heldAt: reviews.heldAt, decisionId: reviews.decisionId })
    .from(reviews)
    .innerJoin(decisions, eq(decisions.id, reviews.decisionId))
    .where(and(eq(decisions.caseId, caseId), isNotNull(reviews.heldAt)))
    .orderBy(asc(reviews.heldAt), asc(reviews.id));
}

/**
 * A link for the citizen. The secret leaves the server once: here. An earlier link about the same that was not answered
 * no longer works, so that nobody answers twice; what was answered is not asked again.
 */
export async function inviteCitizen(
  access: Access<"questionnaire.invite">,
  caseId: string,
  { about, days }: Invite,
): Promise<CitizenLink> {
  const caseFile = await getCase(access, caseId);
  const subject = await askedAbout(caseFile.id, about);
  const secret = environment.randomToken();
  const createdAt = environment.now();
  const row = {
    ...{ id: environment.newId(), caseId: caseFile.id, ...subject, secretHash: hashSecret(secret) },
    ...{ createdBy: access.person.id, createdAt },
    expiresAt: createdAt + Number(days) * 86_400_000,
  };
  await db.write(access.actor, async (tx) => {
    const earlier = await tx
      .select()
      .from(questionnaires)
      .where(eq(questionnaires.caseId, caseFile.id));
    const same = earlier.filter((one) => subjectOf(one) === subjectOf(row));
    if (same.some(({ answeredAt }) => answeredAt !== null)) {
      throw new DomainError("questionnaire_answered", { field: "about" });
    }
    for (const one of same) {
      if (questionnaireState(one, createdAt) === "open") await endLink(tx, one);
    }
    await tx.insert(questionnaires).values(row);
    await tx.record({
      kind: "questionnaire.invited",
      subject: { type: "questionnaire", id: row.id },
      caseId: caseFile.id,
      details: { moment: row.moment, decision: row.decisionId, expiresAt: row.expiresAt },
    });
  });
  return linkOf(secret, row.expiresAt);
}

/** The decision in force, or a look back at a decision on this case that was held. */
async function askedAbout(caseId: string, about: string) {
  if (about === aboutDecision) {
    const decision = await decisionInForce(caseId);
    if (!decision) throw new DomainError("questionnaire_no_decision", { field: "about" });
    return { moment: "after_decision" as const, decisionId: decision.id, reviewId: null };
  }
  const review = (await heldReviews(caseId)).find(({ id }) => id === about);
  if (!review) throw new DomainError("unknown_option", { field: "about" });
  const { id: reviewId, decisionId } = review;
  return { moment: "after_review" as const, decisionId, reviewId };
}

function linkOf(secret: string, expiresAt: number): CitizenLink {
  const address = `${settings().origin}/vragen/${secret}`;
  const texts = languages.map((language) => {
    const say = getTexts(language, "questionnaires");
    const given = { link: address, date: formatFor(language).date(expiresAt) };
    return { language, letter: say("paste.letter", given), message: say("paste.message", given) };
  });
  return { address, expiresAt, qr: qrCodeOf(address), texts };
}

/** Takes a link back that was not answered yet: from now on it leads nowhere. */
export async function withdrawQuestionnaire(
  access: Access<"questionnaire.invite">,
  caseId: string,
  { questionnaireId }: Withdraw,
): Promise<void> {
  const caseFile = await getCase(access, caseId);
  await db.write(access.actor, async (tx) => {
    const [row] = await tx
      .select()
      .from(questionnaires)
      .where(and(eq(questionnaires.id, questionnaireId), eq(questionnaires.caseId, caseFile.id)));
    if (!row) return notFound();
    await endLink(tx, row);
  });
}

async function endLink(tx: Transaction, { id, caseId, moment }: Row): Promise<void> {
  const now = environment.now();
  const ended = await tx
    .update(questionnaires)
    .set({ withdrawnAt: now })
    .where(
      and(
        eq(questionnaires.id, id),
        isNull(questionnaires.answeredAt),
        isNull(questionnaires.withdrawnAt),
        gt(questionnaires.expiresAt, now),
      ),
    )
    .returning({ id: questionnaires.id });
  if (ended.length === 0) throw new DomainError("already_done");
  await tx.record({
    kind: "questionnaire.withdrawn",
    subject: { type: "questionnaire", id },
    caseId,
    details: { moment },
  });
}

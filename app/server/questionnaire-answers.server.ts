/** The citizen's side of the five questions: without login, by the secret in the address alone. */
import { and, eq, gt, isNull } from "drizzle-orm";
import {
  caseFiles,
  db,
  environment,
  organisations,
  questionnaires,
  storageTrouble,
  systemActor,
  type Transaction,
} from "#db";
import { DomainError, isDomainError } from "#app/domain/domain-error.ts";
import {
  questionnaireState,
  saysNothing,
  saysTheSame,
  type CitizenAnswers,
  type QuestionnaireMoment,
} from "#app/domain/questionnaire.ts";
import { hashSecret } from "./set-up.server.ts";
import { countAttempt } from "./throttle.server.ts";

/** What stands behind an address; `gone` tells nobody whether there ever was something. */
export type Asked =
  | { state: "open"; id: string; organisation: string; moment: QuestionnaireMoment }
  | { state: "answered"; id: string; organisation: string }
  | { state: "gone" }
  | { state: "busy" };

/**
 * What this address leads to; looking changes nothing. Addresses that lead nowhere count for who tries them, and too
 * many get no look at all any more. A link that works is never refused: it cannot be guessed, and whoever shares an
 * address with others, on a phone or in a library, must not wait for what they do.
 */
export async function findAsked(secret: string, address: string): Promise<Asked> {
  try {
    const found = await findBySecret(secret);
    if (found) return found;
    await countAttempt({
      account: `questionnaire ${hashSecret(secret)}`,
      address: `questionnaire/${address}`,
    });
    return { state: "gone" };
  } catch (error) {
    const isRefused = isDomainError(error) && error.code === "too_many_attempts";
    if (isRefused || storageTrouble(error)) return { state: "busy" };
    throw error;
  }
}

async function findBySecret(secret: string): Promise<Asked | null> {
  const [row] = await db.read
    .select({ row: questionnaires, organisation: organisations.name })
    .from(questionnaires)
    .innerJoin(caseFiles, eq(caseFiles.id, questionnaires.caseId))
    .innerJoin(organisations, eq(organisations.id, caseFiles.organisationId))
    .where(eq(questionnaires.secretHash, hashSecret(secret)));
  if (!row) return null;
  const { id, moment } = row.row;
  const state = questionnaireState(row.row, environment.now());
  const { organisation } = row;
  if (state === "answered") return { state, id, organisation };
  return state === "open" ? { state, id, organisation, moment } : { state: "gone" };
}

/**
 * Keeps the answers, once: of two at the same time the first one counts. Tells whether these are the answers that are
 * kept, which is also so when a button was pressed twice.
 */
export async function answerQuestionnaire(id: string, answers: CitizenAnswers): Promise<boolean> {
  if (saysNothing(answers)) throw new DomainError("questionnaire_empty");
  try {
    await db.write(systemActor, (tx) => keepAnswers(tx, id, answers));
    return true;
  } catch (error) {
    if (!isDomainError(error) || error.code !== "already_done") throw error;
    const [row] = await db.read
      .select({ answers: questionnaires.answers })
      .from(questionnaires)
      .where(eq(questionnaires.id, id));
    return row?.answers ? saysTheSame(row.answers, answers) : false;
  }
}

async function keepAnswers(tx: Transaction, id: string, answers: CitizenAnswers): Promise<void> {
  const answeredAt = environment.now();
  const [kept] = await tx
    .update(questionnaires)
    .set({ answeredAt, answers })
    .where(
      and(
        eq(questionnaires.id, id),
        isNull(questionnaires.answeredAt),
        isNull(questionnaires.withdrawnAt),
        gt(questionnaires.expiresAt, answeredAt),
      ),
    )
    .returning({ caseId: questionnaires.caseId, moment: questionnaires.moment });
  if (!kept) throw new DomainError("already_done");
  await tx.record({
    kind: "questionnaire.answered",
    subject: { type: "questionnaire", id },
    caseId: kept.caseId,
    details: { moment: kept.moment },
    content: { answers },
  });
}

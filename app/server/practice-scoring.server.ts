import { DomainError } from "#app/domain/domain-error.ts";
import { practiceOptions } from "#app/domain/practice/practice-case.ts";
import { practiceSteps } from "#app/domain/practice/practice-questions.ts";
import {
  answerKey,
  lacksReason,
  ownCells,
  type PracticeAnswers,
} from "#app/domain/practice/practice-run.ts";
import type { PracticeRatingInput, PracticeScoreInput } from "#app/schemas/practice.ts";
import { gateAnswers } from "#app/domain/session.ts";
import {
  getRunAt,
  keepAnswers,
  moveOn,
  practiceAddress,
  type PracticeRun,
  type Practising,
} from "./practice.server.ts";

export const checkStep = "controle";

/** One cell while people type; a reason may still be missing here, as in a real session. */
export async function keepPracticeRating(access: Practising, cell: PracticeRatingInput) {
  const run = await getRunAt(access, "score");
  await keepAnswers(access, "score", answersOf(run, cell.key, [cell]));
  return { at: run.version, reasonMissing: lacksReason(cell) };
}

/** Every act of the scoring page; tells where to go. */
export async function handlePracticeScoring(
  access: Practising,
  input: PracticeScoreInput,
): Promise<string> {
  const run = await getRunAt(access, "score");
  if (input.intent === "reveal") {
    assertComplete(run);
    return moveOn(access, "score");
  }
  const { key, cells, intent } = input;
  const given = cells.flatMap(({ choice, ...cell }) =>
    choice === "" ? [] : [{ ...cell, key, choice }],
  );
  const answers = answersOf(run, key, given);
  if (intent === "next") assertReasons(cells);
  await keepAnswers(access, "score", answers);
  const keys = [...practiceSteps(run.perspective).map((step) => step.key), checkStep];
  const next = keys[keys.indexOf(key) + (intent === "next" ? 1 : -1)];
  return next ? `${practiceAddress("score")}?stap=${next}` : practiceAddress("case");
}

/** The answers as the run keeps them, refused when they do not belong to this perspective. */
function answersOf(run: PracticeRun, key: string, cells: PracticeRatingInput[]): PracticeAnswers {
  const step = practiceSteps(run.perspective).find((own) => own.key === key);
  if (!step) throw new DomainError("unknown_criterion");
  const answers: PracticeAnswers = {};
  for (const { optionId, choice, reason } of cells) {
    const option = practiceOptions.findIndex(({ id }) => id === optionId);
    const isGateAnswer = gateAnswers.some((answer) => answer === choice);
    if (option < 0 || isGateAnswer !== (step.kind === "gate")) {
      throw new DomainError("unknown_criterion");
    }
    answers[answerKey("choice", key, option)] = choice;
    answers[answerKey("reason", key, option)] = reason;
  }
  return answers;
}

function assertReasons(cells: { choice: string; reason: string }[]): void {
  cells.forEach((cell, place) => {
    if (cell.choice !== "" && lacksReason(cell)) {
      throw new DomainError("rating_reason_required", { field: `cells.${place}.reason` });
    }
  });
}

/** The example needs every judgement: "no judgement" is one too. */
function assertComplete({ perspective, answers }: PracticeRun): void {
  const cells = ownCells(perspective, answers);
  if (cells.some(({ choice }) => choice === "")) throw new DomainError("practice_unanswered");
  if (cells.some((cell) => lacksReason(cell))) throw new DomainError("reasons_missing");
}

import type { GivenAnswer, GivenScore } from "./practice-panel.ts";
import { practicePanels } from "./practice-panel.ts";
import { practiceOptions } from "./practice-case.ts";
import { practicePerspectives, type PracticePerspective } from "./practice-pages.ts";
import { practicePerspective, practiceQuestions, practiceSteps } from "./practice-questions.ts";
import { gateNeedsReason, ratingNeedsReason } from "../session.ts";
import type { WeighingGateAnswer, WeighingInput, WeighingRating } from "../weighing.ts";

/** What somebody answered, by `answerKey`; texts and choices alike. */
export type PracticeAnswers = Record<string, string>;

/** The person who practises, as one of the assessors. */
export const practisingAssessor = "you";

export const secondChoiceKey = "second.choice";
export const secondReasonKey = "second.reason";
export const decisionOptionKey = "decision.option";
export const motivationKey = "decision.motivation";

/** Where an answer stands in the run: `part` is the choice or its reason, `option` the place of the option. */
export function answerKey(part: "choice" | "reason", key: string, option: number): string {
  return `${part}.${key}.${option}`;
}

export type OwnCell = { key: string; option: number; choice: string; reason: string };

/** Every cell of the own perspective with what was answered; `choice` is empty while it is open. */
export function ownCells(perspective: PracticePerspective, answers: PracticeAnswers): OwnCell[] {
  return practiceSteps(perspective).flatMap(({ key }) =>
    practiceOptions.map((_, option) => ({
      key,
      option,
      choice: answers[answerKey("choice", key, option)] ?? "",
      reason: answers[answerKey("reason", key, option)] ?? "",
    })),
  );
}

/** Whether an answer still needs its own argument: 1 and 2, no and unsure. */
export function lacksReason({ choice, reason }: Pick<OwnCell, "choice" | "reason">): boolean {
  if (reason.trim() !== "") return false;
  const answer = asAnswer(choice);
  if (answer) return gateNeedsReason(answer);
  return ratingNeedsReason({ kind: "score", value: asScore(choice) });
}

function asAnswer(choice: string): GivenAnswer | null {
  return choice === "yes" || choice === "no" || choice === "unsure" ? choice : null;
}

/** The score of a choice, null for anything else ("no judgement"). */
export function asScore(choice: string): GivenScore | null {
  return ([1, 2, 3, 4, 5] as const).find((point) => String(point) === choice) ?? null;
}

/** The own choice for the cell on the table: of round 2 when there is one, otherwise of round 1. */
export function ownTableChoice(run: PracticeRating, round: 1 | 2): string {
  const { criterion, option } = practicePanels[run.perspective].table;
  const first = run.answers[answerKey("choice", criterion, option)] ?? "";
  const second = run.answers[secondChoiceKey] ?? "stay";
  return round === 1 || second === "stay" ? first : second;
}

export type PracticeRating = { perspective: PracticePerspective; answers: PracticeAnswers };

/**
 * What the example is weighed from: the given ratings of all panels and the own ones in the perspective chosen. In
 * round 2 the cell on the table of each panel has its second judgement; everything else stays as it was.
 */
export function practiceInput(run: PracticeRating, round: 1 | 2): WeighingInput {
  const given = practicePerspectives.map((perspective) => givenBy(perspective, round));
  const own = ownRatings(run, round);
  return {
    perspectives: practicePerspectives.map((key) => {
      const { weight, passMark, criteria, gates } = practicePerspective(key);
      const others = practicePanels[key].assessors.map(({ id }) => id);
      return {
        id: key,
        weight,
        passMark,
        criteria: criteria.map((criterion) => ({ id: criterion.key, weight: criterion.weight })),
        gates: gates.map((gate) => ({ id: gate.key })),
        assessors: key === run.perspective ? [...others, practisingAssessor] : others,
      };
    }),
    options: practiceOptions.map(({ id }) => ({ id })),
    ratings: [...given.flatMap(({ ratings }) => ratings), ...own.ratings],
    gateAnswers: [...given.flatMap(({ gateAnswers }) => gateAnswers), ...own.gateAnswers],
    margin: practiceQuestions.margin,
  };
}

type Ratings = { ratings: WeighingRating[]; gateAnswers: WeighingGateAnswer[] };

function givenBy(perspective: PracticePerspective, round: 1 | 2): Ratings {
  const { table, assessors } = practicePanels[perspective];
  const isSecond = (criterion: string, option: number) =>
    round === 2 && criterion === table.criterion && option === table.option;
  return {
    ratings: assessors.flatMap(({ id, criteria, second }) =>
      Object.entries(criteria).flatMap(([criterion, cells]) =>
        cells.map(({ choice }, place) => ({
          ...{ assessor: id, perspective, criterion, option: practiceOptions[place]?.id ?? "" },
          value: isSecond(criterion, place) ? second.choice : choice,
        })),
      ),
    ),
    gateAnswers: assessors.flatMap(({ id, gates }) =>
      Object.entries(gates).flatMap(([gate, cells]) =>
        cells.map(({ choice }, place) => ({
          ...{ assessor: id, perspective, gate, option: practiceOptions[place]?.id ?? "" },
          answer: choice,
        })),
      ),
    ),
  };
}

function ownRatings(run: PracticeRating, round: 1 | 2): Ratings {
  const { perspective, answers } = run;
  const { table } = practicePanels[perspective];
  const own: Ratings = { ratings: [], gateAnswers: [] };
  for (const { key, option: place, choice } of ownCells(perspective, answers)) {
    if (choice === "") continue;
    const cell = { assessor: practisingAssessor, perspective, option: practiceOptions[place]?.id };
    const answer = asAnswer(choice);
    const onTable = key === table.criterion && place === table.option;
    const value = asScore(onTable ? ownTableChoice(run, round) : choice);
    if (cell.option === undefined) continue;
    if (answer) own.gateAnswers.push({ ...cell, option: cell.option, gate: key, answer });
    else own.ratings.push({ ...cell, option: cell.option, criterion: key, value });
  }
  return own;
}

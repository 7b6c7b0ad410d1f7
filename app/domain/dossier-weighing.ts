import type {
  Dossier,
  DossierGateAnswer,
  DossierGiven,
  DossierRating,
  DossierWeighing,
} from "./dossier.ts";
import { scalePoints } from "./question-set.ts";
import { cellsNotAsked, effectiveAnswers } from "./rounds.ts";
import type { WeighingInput } from "./weighing.ts";

export type RawWeighing = Pick<
  Dossier,
  "questionSet" | "panel" | "rounds" | "ratings" | "gateAnswers"
> & { weighing: Omit<DossierWeighing, "result" | "robustness"> | null };

/**
 * What is weighed, from the raw ratings: of everybody whose seat counts the answer of the last round up to that of the
 * weighing. Null for a decision without a weighing.
 */
export function dossierWeighingInput(dossier: RawWeighing): WeighingInput | null {
  const { questionSet, weighing, panel, rounds } = dossier;
  if (!questionSet || !weighing) return null;
  const seats = panel.filter(({ counts }) => counts);
  const counts = (given: DossierGiven) =>
    given.round <= weighing.round &&
    seats.some(
      ({ person, perspective }) => person === given.person && perspective === given.perspective,
    );
  const perspectives = weighing.weights.map(({ perspective, weight, passMark }) => {
    const asked = questionSet.content.perspectives.find(({ key }) => key === perspective);
    const own = seats.filter((seat) => seat.perspective === perspective);
    return {
      ...{ id: perspective, weight, passMark },
      criteria: (asked?.criteria ?? []).map((criterion) => ({
        id: criterion.key,
        weight: criterion.weight,
      })),
      gates: (asked?.gates ?? []).map(({ key }) => ({ id: key })),
      assessors: own.map(({ person }) => person),
    };
  });
  const options = weighing.options.map(({ id }) => ({ id }));
  return {
    ...{ perspectives, options, margin: weighing.margin },
    ratings: countedRatings(dossier.ratings.filter(counts)),
    gateAnswers: countedAnswers(dossier.gateAnswers.filter(counts)),
    notAsked: cellsNotAsked({
      members: seats.map(({ person, ...seat }) => ({ id: person, ...seat })),
      perspectives,
      options,
      reopened: rounds.flatMap(({ cells }) => cells ?? []),
    }),
  };
}

function countedRatings(given: DossierRating[]): WeighingInput["ratings"] {
  const answers = given.map((rating) => ({
    ...answerOf(rating),
    ...rating,
    key: rating.criterion,
  }));
  return effectiveAnswers(answers).map(({ assessor, perspective, option, criterion, value }) => ({
    ...{ assessor, perspective, option, criterion },
    value: scalePoints.find((point) => point === value) ?? null,
  }));
}

function countedAnswers(given: DossierGateAnswer[]): WeighingInput["gateAnswers"] {
  const answers = given.map((row) => ({ ...answerOf(row), ...row, key: row.gate }));
  return effectiveAnswers(answers).map(({ assessor, perspective, option, gate, answer }) => ({
    ...{ assessor, perspective, option, gate, answer },
  }));
}

function answerOf({ person, optionId }: DossierGiven) {
  return { assessor: person, option: optionId };
}

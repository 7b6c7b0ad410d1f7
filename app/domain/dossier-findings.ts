import { decidedLevel } from "./decided-level.ts";
import { isDomainError } from "./domain-error.ts";
import type { Dossier } from "./dossier.ts";
import { dossierWeighingInput } from "./dossier-weighing.ts";
import { jsonDifferences } from "./json-differences.ts";
import { referenceFindings } from "./dossier-references.ts";
import { assertGateAnswer, assertRating } from "./session.ts";
import { weighing, type WeighingInput } from "./weighing.ts";
import { weighingRobustness } from "./weighing-robustness.ts";

export const dossierFindingCodes = [
  "weighing_impossible",
  "weighing_differs",
  "robustness_differs",
  "rating_impossible",
  "option_not_weighed",
  "level_differs",
  "departure_missing",
  "taker_is_assessor",
  "version_missing",
  "reference_unknown",
  "name_twice",
] as const;
export type DossierFindingCode = (typeof dossierFindingCodes)[number];

/** What does not hold in a dossier, and where: `weighing.result.options[1].total`. */
export type DossierFinding = {
  code: DossierFindingCode;
  place: string;
  /** What follows from the raw ratings, and what the dossier says. */
  expected?: string;
  found?: string;
};

/**
 * What does not hold in a dossier; empty when everything does. The weighing and its robustness are computed again from
 * the raw ratings and compared with what the dossier says came out (numbers within 1e-9); the decision is held to the
 * weighing: an option that was weighed, the level of what was chosen, a reason where it departs, nobody deciding on
 * what they judged themselves; and every name in the dossier stands for something in it.
 */
export function dossierFindings(dossier: Dossier): DossierFinding[] {
  return [
    ...referenceFindings(dossier),
    ...ratingFindings(dossier),
    ...weighingFindings(dossier),
    ...decisionFindings(dossier),
  ];
}

function weighingFindings(dossier: Dossier): DossierFinding[] {
  const { weighing: kept } = dossier;
  if (!kept) return [];
  try {
    const input = dossierWeighingInput(dossier);
    if (!input) return [{ code: "weighing_impossible", place: "questionSet" }];
    return [
      ...differing("weighing_differs", "weighing.result", [weighing(input), kept.result]),
      ...robustnessFindings(input, dossier),
    ];
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const [field = ""] = error.code.split(".");
    const place = field === "ratings" || field === "gateAnswers" ? field : "weighing.weights";
    return [{ code: "weighing_impossible", place, found: error.code }];
  }
}

/** Of what follows from the ratings: what the dossier says of the result was compared already. */
function robustnessFindings(input: WeighingInput, { weighing: kept }: Dossier): DossierFinding[] {
  const expected = weighingRobustness(input, weighing(input));
  return differing("robustness_differs", "weighing.robustness", [expected, kept?.robustness]);
}

function differing(
  code: DossierFindingCode,
  place: string,
  [expected, found]: [unknown, unknown],
): DossierFinding[] {
  return jsonDifferences(expected, found, place).map((difference) => ({
    code,
    place: difference.place,
    expected: shown(difference.expected),
    found: shown(difference.found),
  }));
}

function shown(value: unknown): string {
  const text = value === undefined ? "–" : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function ratingFindings({ ratings, gateAnswers }: Dossier): DossierFinding[] {
  const impossible = (place: string, check: () => void): DossierFinding[] => {
    try {
      check();
      return [];
    } catch (error) {
      if (!isDomainError(error)) throw error;
      return [{ code: "rating_impossible", place, found: error.code }];
    }
  };
  return [
    ...ratings.flatMap((rating, at) =>
      // Whether a question may not apply is asked when it is answered; its reason says why.
      impossible(`ratings[${at}]`, () => assertRating({ ...rating, mayNotApply: true })),
    ),
    ...gateAnswers.flatMap((given, at) =>
      impossible(`gateAnswers[${at}]`, () => assertGateAnswer(given)),
    ),
  ];
}

function decisionFindings(dossier: Dossier): DossierFinding[] {
  const { decision, panel, versions } = dossier;
  const assessors = panel.filter(({ counts }) => counts).map(({ person }) => person);
  const isListed = versions.some(
    ({ id, number }) => id === decision.id && number === decision.number,
  );
  return [
    ...found("taker_is_assessor", "decision.takenBy", assessors.includes(decision.takenBy ?? "")),
    ...found("version_missing", "versions", !isListed),
    ...(decision.kind === "withdrawal" ? [] : choiceFindings(dossier)),
  ];
}

function choiceFindings({ decision, options, weighing: kept, questionSet }: Dossier) {
  if (!kept || !questionSet) return [];
  const chosen = chosenOptions(decision);
  const outcomes = chosen.map((id) => kept.result.options.find((option) => option.id === id));
  const levels = chosen.flatMap((id) => options.find((option) => option.id === id)?.level ?? []);
  const level = decidedLevel(levels, questionSet.content.levels.length - 1);
  const departs = outcomes.some(
    (outcome) => outcome && !(outcome.passes && kept.result.proposed.includes(outcome.id)),
  );
  const place = decision.choices.length > 0 ? "decision.choices" : "decision.optionId";
  return [
    ...found("option_not_weighed", place, outcomes.includes(undefined)),
    ...(level === decision.level
      ? []
      : [
          {
            ...{ code: "level_differs" as const, place: "decision.level" },
            ...{ expected: shown(level), found: shown(decision.level) },
          },
        ]),
    ...found("departure_missing", "decision.departure", departs && isBlank(decision.departure)),
  ];
}

/** Per claim, or one for everything. */
function chosenOptions({ choices, optionId }: Dossier["decision"]): string[] {
  if (choices.length > 0) return choices.map((choice) => choice.optionId);
  return optionId === null ? [] : [optionId];
}

function found(code: DossierFindingCode, place: string, isFound: boolean): DossierFinding[] {
  return isFound ? [{ code, place }] : [];
}

function isBlank(text: string): boolean {
  return text.trim() === "";
}

import type { QuestionSetContent } from "../question-set.ts";
import { perspectiefcirkelNl } from "../question-sets/perspectiefcirkel-nl.ts";
import type { PracticePerspective } from "./practice-pages.ts";

const gates = ["J-G1", "F-G1", "M-G1"];
const criteria = ["J1", "J4", "F1", "F6", "M1", "M6"];

/** The default question set cut down to ten minutes: one gate and two criteria per perspective, of equal weight. */
export const practiceQuestions: QuestionSetContent = {
  ...perspectiefcirkelNl,
  perspectives: perspectiefcirkelNl.perspectives.map((perspective) => ({
    ...perspective,
    gates: perspective.gates.filter(({ key }) => gates.includes(key)),
    criteria: perspective.criteria
      .filter(({ key }) => criteria.includes(key))
      .map((criterion) => ({ ...criterion, weight: 1 / 2, mayNotApply: false })),
  })),
};

/** The perspective with its questions. @throws Error when the shipped set no longer has it. */
export function practicePerspective(key: PracticePerspective) {
  const found = practiceQuestions.perspectives.find((perspective) => perspective.key === key);
  if (!found) throw new Error(`The default question set has no perspective ${key}`);
  return found;
}

/** The gate, then the criteria: one page each. */
export function practiceSteps(key: PracticePerspective) {
  const { gates: ownGates, criteria: ownCriteria } = practicePerspective(key);
  return [
    ...ownGates.map((gate) => ({
      kind: "gate" as const,
      mayNotApply: false,
      anchors: [],
      ...gate,
    })),
    ...ownCriteria.map((criterion) => ({ kind: "criterion" as const, ...criterion })),
  ];
}

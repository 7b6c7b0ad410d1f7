import type weighings from "../nl/weighings.ts";
import type { SameKeys } from "../same-keys.ts";

/** Two weighings side by side. */
const texts = {
  title: "Compare with another weighing",
  lead: "Put another weighing of this case beside it to see what changed.",
  beside: "Beside {{weighing}}",
  comparedTitle: "{{before}} beside {{after}}",
  stop: "Stop comparing",
  line: "weighing {{number}} (round {{round}})",
  column: "Weighing {{number}}, round {{round}}",
  because: "Because of {{causes}}",
  cause: {
    weights: "other weights",
    passMarks: "other pass marks",
    round: "another round",
    people: "other assessors",
    options: "other solutions",
  },
  proposal: {
    same: "The proposal has stayed the same: {{after}}.",
    none: "Neither weighing has a proposal: no solution passes everywhere.",
    changed: "The proposal is now {{after}}, instead of {{before}}.",
    changedBy: "{{because}} the proposal is now {{after}}, instead of {{before}}.",
    gone: "There is no proposal any more. It was {{before}}.",
    goneBy: "{{because}} there is no proposal any more. It was {{before}}.",
    new: "There is a proposal now: {{after}}.",
    newBy: "{{because}} there is a proposal now: {{after}}.",
  },
  equal: "Weights, pass marks, round and assessors are the same in both.",
  different: "This was computed with {{causes}}.",
  nowPasses: "Now passes everywhere: {{options}}.",
  nowFails: "No longer passes everywhere: {{options}}.",
  moved: "{{option}} goes from place {{before}} to place {{after}}.",
  noMoves: "No solution changes place.",
  optionsCaption: "Total and place of every solution in both weighings",
  option: "Solution",
  weightsCaption: "Weight and pass mark of every perspective in both weighings",
  perspective: "Perspective",
  weight: "{{weight}}, passes from {{passMark}}",
  place: "{{total}}, place {{rank}}",
  proposed: "{{total}}, place {{rank}}, proposal",
  fails: "{{total}}, does not pass everywhere",
  noTotal: "no total",
  absent: "not in this weighing",
} as const satisfies SameKeys<typeof weighings>;
export default texts;

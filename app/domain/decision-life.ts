import { dayNumber } from "./day.ts";

/** The parts of a decision's life, in the order in which they begin. */
export const lifeLanes = [
  "case",
  "facts",
  "session",
  "weighing",
  "decision",
  "precedent",
  "follow-up",
] as const;
export type LifeLane = (typeof lifeLanes)[number];

const laneBySubject: Readonly<Record<string, LifeLane>> = {
  case: "case",
  option: "facts",
  document: "facts",
  session: "session",
  item: "session",
  minority: "session",
  weighing: "weighing",
  adoption: "decision",
  decision: "decision",
  line: "decision",
  precedent: "precedent",
  condition: "follow-up",
  review: "follow-up",
  proceeding: "follow-up",
  letter: "follow-up",
};

/**
 * The part of a decision's life that a kind of event belongs to, or null for what is no step in it: looking, and the
 * single answers of people, which come together in the weighing.
 */
export function lifeLane(kind: string): LifeLane | null {
  if (kind === "case.read" || kind === "decision.file_downloaded") return null;
  if (/^session\.(timer|join)-/.test(kind)) return null;
  if (kind === "case.step_saved") return "facts";
  const [subject = ""] = kind.split(".");
  return laneBySubject[subject] ?? null;
}

export type LifeStep = { at: number; kind: string; by: string | null; about: string };

/**
 * The same step by the same person several times in a row on one UTC day, such as saving a draft, as one; `times` says
 * how often and `at` is the last of them. Keeps the order given.
 */
export function condensed<Step extends LifeStep>(
  steps: readonly Step[],
): (Step & { times: number })[] {
  const kept: (Step & { times: number })[] = [];
  for (const step of steps) {
    const before = kept.at(-1);
    if (before && isRepeated(before, step)) {
      kept[kept.length - 1] = { ...step, times: before.times + 1 };
    } else kept.push({ ...step, times: 1 });
  }
  return kept;
}

function isRepeated(before: LifeStep, step: LifeStep): boolean {
  const sameDay = dayNumber(before.at) === dayNumber(step.at);
  return (
    sameDay && before.kind === step.kind && before.by === step.by && before.about === step.about
  );
}

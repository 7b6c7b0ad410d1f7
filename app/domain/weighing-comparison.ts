import { tieTolerance } from "./tiers.ts";

/** What is compared of a weighing. */
export type ComparedWeighing = {
  round: number;
  perspectives: { key: string; weight: number; passMark: number }[];
  assessors: string[];
  options: { id: string; total: number | null; passes: boolean; rank: number | null }[];
  proposed: string[];
};

/** What differed in what two weighings were computed from. */
export const weighingCauses = ["weights", "passMarks", "round", "people", "options"] as const;
export type WeighingCause = (typeof weighingCauses)[number];

export type WeighingComparison = {
  causes: WeighingCause[];
  proposal: {
    /** `none`: neither proposes anything; `gone` and `new`: one of both does. */
    change: "same" | "changed" | "none" | "gone" | "new";
    before: string[];
    after: string[];
  };
  /** Options that pass in one weighing and not in the other. */
  nowPasses: string[];
  nowFails: string[];
  /** Options that pass in both, at another place. */
  moved: { id: string; before: number; after: number }[];
};

/**
 * What changed between two weighings of one case, in the order of the options of the later one. Weights and pass marks
 * within 1e-9 are the same. An option that only one weighing has is told by the cause `options`.
 */
export function comparedWeighings(
  before: ComparedWeighing,
  after: ComparedWeighing,
): WeighingComparison {
  const pairs = after.options.flatMap((option) => {
    const earlier = before.options.find(({ id }) => id === option.id);
    return earlier ? [{ id: option.id, before: earlier, after: option }] : [];
  });
  const idsWhere = (holds: (pair: (typeof pairs)[number]) => boolean) =>
    pairs.filter(holds).map(({ id }) => id);
  return {
    causes: weighingCauses.filter((cause) => differs[cause](before, after)),
    proposal: {
      change: proposalChange(before.proposed, after.proposed),
      before: before.proposed,
      after: after.proposed,
    },
    nowPasses: idsWhere((pair) => !pair.before.passes && pair.after.passes),
    nowFails: idsWhere((pair) => pair.before.passes && !pair.after.passes),
    moved: pairs.flatMap(({ id, before: { rank: from }, after: { rank: to } }) =>
      from !== null && to !== null && from !== to ? [{ id, before: from, after: to }] : [],
    ),
  };
}

function proposalChange(
  before: string[],
  after: string[],
): WeighingComparison["proposal"]["change"] {
  if (before.length === 0) return after.length === 0 ? "none" : "new";
  if (after.length === 0) return "gone";
  return haveSame(before, after) ? "same" : "changed";
}

const differs: Record<WeighingCause, (a: ComparedWeighing, b: ComparedWeighing) => boolean> = {
  weights: (a, b) => haveOther(a, b, "weight"),
  passMarks: (a, b) => haveOther(a, b, "passMark"),
  round: (a, b) => a.round !== b.round,
  people: (a, b) => !haveSame(a.assessors, b.assessors),
  options: (a, b) =>
    !haveSame(
      a.options.map(({ id }) => id),
      b.options.map(({ id }) => id),
    ),
};

function haveOther(a: ComparedWeighing, b: ComparedWeighing, part: "weight" | "passMark"): boolean {
  if (a.perspectives.length !== b.perspectives.length) return true;
  return a.perspectives.some((own) => {
    const other = b.perspectives.find(({ key }) => key === own.key);
    return !other || Math.abs(other[part] - own[part]) > tieTolerance;
  });
}

function haveSame(a: string[], b: string[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id));
}

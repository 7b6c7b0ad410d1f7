import { tieTolerance } from "./tiers.ts";
import { countedMedian, gateAnswerCounts, valueCounts } from "./weighing-counts.ts";
import { givenCells, type GivenCells } from "./weighing-input.ts";
import { gateOutcome, type WeighingInput, type WeighingPerspective } from "./weighing.ts";

export type Sensitivity = {
  oneStep: {
    assessor: string;
    perspective: string;
    criterion: string;
    option: string;
    from: number;
    to: number;
    first: string[];
  }[];
  withoutPerson: { assessor: string; perspective: string; first: string[] }[];
  withoutCriterion: { perspective: string; criterion: string; first: string[] }[];
};

/**
 * Every single change of the input after which `weighing` proposes something else, with what it proposes then
 * (`first`; empty when nothing passes any more), in the order of the input:
 *
 * - `oneStep`: one rating a point lower or higher, on the 1 to 5 scale.
 * - `withoutPerson`: one assessor not in the panel of one perspective: no ratings and no gate answers of theirs.
 * - `withoutCriterion`: one criterion not asked; the other weights in the perspective keep their proportions. Not
 *   tried where it leaves no criterion that weighs anything.
 *
 * What ties for the first place is proposed together, so a tie that begins or ends is a change too.
 *
 * Source: domain.md section 5.
 *
 * @throws DomainError see `weighing`.
 */
export function sensitivity(input: WeighingInput): Sensitivity {
  const cells = givenCells(input);
  const panels = input.perspectives.flatMap((perspective, place) => {
    const given = cells[place];
    return given ? [panelOf(perspective, given, input.options.length)] : [];
  });
  const totals = input.options.map((_, option) => passingTotal(panels, option));
  const picture = { input, panels, totals, now: firstPlaces(totals) };
  return {
    oneStep: panels.flatMap((panel) => stepsThatChange(picture, panel)),
    withoutPerson: panels.flatMap((panel) => peopleThatChange(picture, panel)),
    withoutCriterion: panels.flatMap((panel) => criteriaThatChange(picture, panel)),
  };
}

/** A perspective with what each option has in it; arrays per option, rows per criterion. */
type Panel = {
  perspective: WeighingPerspective;
  given: GivenCells;
  counts: number[][][];
  answers: number[][][];
  medians: (number | null)[][];
  standing: Standing[];
};

/** Of one option in one perspective; its score is null when it has none. */
type Standing = { score: number | null; blocked: boolean };

type Picture = {
  input: WeighingInput;
  panels: Panel[];
  /** Per option, null when it does not pass. */
  totals: (number | null)[];
  /** Places of the options that rank first. */
  now: number[];
};

function panelOf(perspective: WeighingPerspective, given: GivenCells, options: number): Panel {
  const size = perspective.assessors.length;
  const optionPlaces = Array.from({ length: options }, (_, option) => option);
  const counts = optionPlaces.map((option) =>
    perspective.criteria.map(
      (_, row) => valueCounts(given, (row * options + option) * size, size).counts,
    ),
  );
  const answers = optionPlaces.map((option) =>
    perspective.gates.map((_, row) =>
      gateAnswerCounts(given, (row * options + option) * size, size),
    ),
  );
  const medians = counts.map((rows) => rows.map(countedMedian));
  const standing = optionPlaces.map((option) => ({
    score: scoreOf(perspective, medians[option] ?? []),
    blocked: (answers[option] ?? []).some((own) => gateOutcome(own) === "no"),
  }));
  return { perspective, given, counts, answers, medians, standing };
}

/** As in `weighing`, but for rounding: a difference far below the tolerance of a tie. */
function scoreOf({ criteria }: WeighingPerspective, medians: (number | null)[]): number | null {
  let weights = 0;
  let total = 0;
  for (const [row, { weight }] of criteria.entries()) {
    const median = medians[row] ?? null;
    if (median === null) continue;
    weights += weight;
    total += weight * median;
  }
  return weights === 0 ? null : total / weights;
}

type Change = { panel: Panel; standing: Standing };

/** The total of an option that passes everywhere, else null; one panel may be taken otherwise than it is. */
function passingTotal(panels: Panel[], option: number, change?: Change): number | null {
  let total = 0;
  for (const panel of panels) {
    const standing = change?.panel === panel ? change.standing : panel.standing[option];
    if (!standing || standing.score === null || standing.blocked) return null;
    if (standing.score < panel.perspective.passMark - tieTolerance) return null;
    total += panel.perspective.weight * standing.score;
  }
  return total;
}

/** The places of the first tier, as in `tiers`. */
function firstPlaces(totals: (number | null)[]): number[] {
  let low = -Infinity;
  for (const total of totals) if (total !== null && total > low) low = total;
  for (let previous = Infinity; low < previous;) {
    previous = low;
    for (const total of totals) {
      if (total !== null && total < low && previous - total <= tieTolerance) low = total;
    }
  }
  return totals.flatMap((total, option) => (total !== null && total >= low ? [option] : []));
}

/** What ranks first with other totals, or null when that is what does now. */
function newFirst({ input, now }: Picture, totals: (number | null)[]): string[] | null {
  const first = firstPlaces(totals);
  const same = first.length === now.length && first.every((option, place) => option === now[place]);
  return same ? null : first.flatMap((option) => input.options[option]?.id ?? []);
}

function newFirstWith(picture: Picture, panel: Panel, standing: Standing[]): string[] | null {
  const totals = standing.map((own, option) =>
    passingTotal(picture.panels, option, { panel, standing: own }),
  );
  return newFirst(picture, totals);
}

function stepsThatChange(picture: Picture, panel: Panel): Sensitivity["oneStep"] {
  const { input } = picture;
  const { perspective, given } = panel;
  const size = perspective.assessors.length;
  return perspective.criteria.flatMap((criterion, row) =>
    input.options.flatMap((option, place) => {
      const steps = cellSteps(picture, panel, { row, option: place });
      if (steps.length === 0) return [];
      const start = (row * input.options.length + place) * size;
      return perspective.assessors.flatMap((assessor, column) =>
        steps
          .filter(({ from }) => from === given.values[start + column])
          .map((step) => ({
            assessor,
            perspective: perspective.id,
            criterion: criterion.id,
            option: option.id,
            ...step,
            first: [...step.first],
          })),
      );
    }),
  );
}

type Step = { from: number; to: number; first: string[] };

/** The steps in one cell that change the first place: the same for everybody who gave that rating. */
function cellSteps(picture: Picture, panel: Panel, cell: { row: number; option: number }): Step[] {
  const { row, option } = cell;
  const counts = [...(panel.counts[option]?.[row] ?? [])];
  const medians = [...(panel.medians[option] ?? [])];
  const median = medians[row];
  const { blocked = false } = panel.standing[option] ?? {};
  const move = (from: number, to: number) => {
    counts[from - 1] = (counts[from - 1] ?? 0) - 1;
    counts[to - 1] = (counts[to - 1] ?? 0) + 1;
  };
  return [1, 2, 3, 4, 5].flatMap((from) => {
    if (!counts[from - 1]) return [];
    return [from - 1, from + 1].flatMap((to): Step[] => {
      if (to < 1 || to > 5) return [];
      move(from, to);
      medians[row] = countedMedian(counts);
      move(to, from);
      if (medians[row] === median) return [];
      const standing = { score: scoreOf(panel.perspective, medians), blocked };
      const totals = picture.totals.with(
        option,
        passingTotal(picture.panels, option, { panel, standing }),
      );
      const first = newFirst(picture, totals);
      return first ? [{ from, to, first }] : [];
    });
  });
}

function peopleThatChange(picture: Picture, panel: Panel): Sensitivity["withoutPerson"] {
  const { id, assessors } = panel.perspective;
  return assessors.flatMap((assessor, column) => {
    const standing = panel.standing.map((_, option) => standingWithout(panel, option, column));
    const first = newFirstWith(picture, panel, standing);
    return first ? [{ assessor, perspective: id, first }] : [];
  });
}

/** How an option stands when one assessor is left out. */
function standingWithout(panel: Panel, option: number, column: number): Standing {
  const { perspective, given, counts, medians, answers } = panel;
  const size = perspective.assessors.length;
  const at = (row: number) => (row * panel.standing.length + option) * size + column;
  const left = (medians[option] ?? []).map((median, row) => {
    const own = counts[option]?.[row];
    const value = given.values[at(row)] ?? 0;
    return own && own[value - 1] !== undefined ? countedMedian(less(own, value - 1)) : median;
  });
  const blocked = (answers[option] ?? []).some((own, row) => {
    const code = given.answers[at(row)] ?? 0;
    return gateOutcome(code === 0 ? own : less(own, code - 1)) === "no";
  });
  return { score: scoreOf(perspective, left), blocked };
}

function less(counts: number[], index: number): number[] {
  return counts.with(index, (counts[index] ?? 0) - 1);
}

function criteriaThatChange(picture: Picture, panel: Panel): Sensitivity["withoutCriterion"] {
  const { perspective } = panel;
  return perspective.criteria.flatMap((criterion, row) => {
    const criteria = perspective.criteria.filter((other) => other !== criterion);
    if (criteria.every(({ weight }) => weight === 0)) return [];
    const standing = panel.standing.map(({ blocked }, option) => ({
      score: scoreOf({ ...perspective, criteria }, (panel.medians[option] ?? []).toSpliced(row, 1)),
      blocked,
    }));
    const first = newFirstWith(picture, panel, standing);
    return first ? [{ perspective: perspective.id, criterion: criterion.id, first }] : [];
  });
}

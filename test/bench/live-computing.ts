/** How long the computing takes that a page with results asks for, without web and database. */
import { discussionAgenda } from "../../app/domain/discussion.ts";
import {
  rankAcceptability,
  smallestFlip,
  stabilityIntervals,
  weightTriangle,
} from "../../app/domain/robustness.ts";
import { sensitivity } from "../../app/domain/sensitivity.ts";
import { weighing, type WeighingInput, type WeighingRating } from "../../app/domain/weighing.ts";
import { chance } from "../../db/seed/bulk/chance.ts";
import { percentile } from "./measure.ts";
import { tell } from "./outcome.ts";

type Times = { first: number; p50: number; p95: number };
export type Computing = {
  /** Everything, when 12 people score every perspective, and when each scores one. */
  everything: Times;
  divided: Times;
  draws: Times;
  exact: Times;
  grid: Times;
};

const warmUps = 30;
const rounds = 200;
const draws = 10_000;
const random = chance(5);

type Size = { perspectives: number; criteria: number; options: number; people: string[][] };

/** A case in which every option passes, so that nothing is left out; `people` per perspective. */
function caseOf({ perspectives, criteria, options, people }: Size): WeighingInput {
  const list = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, place) => ({ id: `${prefix}${place}` }));
  const panels = list("p", perspectives).map(({ id }, place) => ({
    id,
    weight: 1 / perspectives,
    passMark: 1,
    criteria: list(`${id}c`, criteria).map((criterion) => ({ ...criterion, weight: 1 })),
    gates: [],
    assessors: people[place] ?? [],
  }));
  const ratings = panels.flatMap((panel) =>
    panel.assessors.flatMap((assessor) =>
      panel.criteria.flatMap((criterion) =>
        list("o", options).map((option) => ({
          assessor,
          perspective: panel.id,
          criterion: criterion.id,
          option: option.id,
          value: (1 + random.below(5)) as WeighingRating["value"],
        })),
      ),
    ),
  );
  return { perspectives: panels, options: list("o", options), ratings, gateAnswers: [] };
}

/** Everything there is to know about one case. */
function everything(input: WeighingInput): unknown[] {
  const result = weighing(input);
  const options = scored(result);
  const weights = input.perspectives.map(({ weight }) => weight);
  return [
    discussionAgenda(result, input.perspectives),
    rankAcceptability(options, { draws, seed: 1 }),
    stabilityIntervals(options, weights),
    smallestFlip(options, weights),
    sensitivity(input),
  ];
}

function scored({ options }: ReturnType<typeof weighing>) {
  return options.map(({ id, perspectives }) => ({
    id,
    scores: perspectives.map(({ score }) => score ?? 0),
  }));
}

function exact(options: { id: string; scores: [number, number, number] }[]): unknown[] {
  const weights = [0.4, 0.35, 0.25];
  return [
    weightTriangle(options),
    stabilityIntervals(options, weights),
    smallestFlip(options, weights),
  ];
}

/** The least: weightings by chance, totals added up, and who is first counted. */
function bareDraws(options: { scores: number[] }[]): number[] {
  const firsts = options.map(() => 0);
  for (let draw = 0; draw < draws; draw += 1) {
    const weights = (options[0]?.scores ?? []).map(() => Math.random());
    countFirst(options, weights, firsts);
  }
  return firsts;
}

/** What a table of all weightings in steps of one percent takes, as a spreadsheet would. */
function bareGrid(options: { scores: number[] }[]): number[] {
  const firsts = options.map(() => 0);
  for (let first = 0; first <= 100; first += 1) {
    for (let second = 0; second <= 100 - first; second += 1) {
      countFirst(options, [first, second, 100 - first - second], firsts);
    }
  }
  return firsts;
}

function countFirst(options: { scores: number[] }[], weights: number[], firsts: number[]): void {
  const totals = options.map(({ scores }) =>
    scores.reduce((total, score, place) => total + score * (weights[place] ?? 0), 0),
  );
  const best = totals.indexOf(Math.max(...totals));
  firsts[best] = (firsts[best] ?? 0) + 1;
}

function timed(work: () => unknown): Times {
  const times = Array.from({ length: warmUps + rounds }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  const warm = times.slice(warmUps);
  return { first: times[0] ?? 0, p50: percentile(warm, 0.5), p95: percentile(warm, 0.95) };
}

const twelve = Array.from({ length: 12 }, (_, place) => `person ${place}`);
const large = { perspectives: 6, criteria: 8, options: 5 };
const together = caseOf({ ...large, people: Array.from({ length: 6 }, () => twelve) });
const apart = [0, 2, 4, 6, 8, 10].map((from) => twelve.slice(from, from + 2));
const divided = caseOf({ ...large, people: apart });
const largeOptions = scored(weighing(together));
const threeOptions = largeOptions.map(({ id, scores: [a = 0, b = 0, c = 0] }) => {
  const scores: [number, number, number] = [a, b, c];
  return { id, scores };
});

await tell(() =>
  Promise.resolve({
    everything: timed(() => everything(together)),
    divided: timed(() => everything(divided)),
    draws: timed(() => bareDraws(largeOptions)),
    exact: timed(() => exact(threeOptions)),
    grid: timed(() => bareGrid(threeOptions)),
  } satisfies Computing),
);

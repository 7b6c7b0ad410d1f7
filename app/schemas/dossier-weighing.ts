/** What came out of a weighing and how firm that is, as it stands in a dossier. */
import * as z from "zod";
import { disagreementWords } from "#app/domain/agreement.ts";
import type { DossierWeighing } from "#app/domain/dossier.ts";
import type { Weighing } from "#app/domain/weighing.ts";
import type { WeighingRobustness } from "#app/domain/weighing-robustness.ts";
import { weightMethods } from "#app/domain/weights.ts";
import "./zod-errors.ts";

/** Far above what there ever is: whoever checks a file of others must not compute for hours. */
export const mostOptions = 100;

const id = z.string().min(1);
const ids = z.array(id);
const number = z.number();
const count = z.int().min(0);

const criterion = z.strictObject({
  id,
  median: number.nullable(),
  count,
  missing: count,
  range: number.nullable(),
  consensus: number.nullable(),
  word: z.enum(disagreementWords).nullable(),
});
const perspective = z.strictObject({
  id,
  score: number.nullable(),
  coverage: number,
  passes: z.boolean(),
  gates: z.array(z.strictObject({ id, outcome: z.enum(["yes", "no", "unsure", "open"]) })),
  criteria: z.array(criterion),
});
const result = z.strictObject({
  options: z.array(
    z.strictObject({
      id,
      total: number.nullable(),
      passes: z.boolean(),
      perspectives: z.array(perspective),
    }),
  ),
  ranking: z.array(ids),
  proposed: ids,
  noClearDifference: z.boolean(),
}) satisfies z.ZodType<Weighing>;

const seat = { assessor: id, perspective: id };

const robustness = z.strictObject({
  options: z.array(
    z.strictObject({
      id,
      scores: z.array(number),
      ranks: z.array(number),
      centre: z.array(number).nullable(),
      region: z.array(z.tuple([number, number, number])),
    }),
  ),
  draws: z.int().nullable(),
  intervals: z.array(
    z.strictObject({
      index: count,
      low: number,
      high: number,
      below: id.nullable(),
      above: id.nullable(),
    }),
  ),
  flip: z.strictObject({ weights: z.array(number), option: id, distance: number }).nullable(),
  changes: z.strictObject({
    oneStep: z.array(
      z.strictObject({ ...seat, criterion: id, option: id, from: number, to: number, first: ids }),
    ),
    withoutPerson: z.array(z.strictObject({ ...seat, first: ids })),
    withoutCriterion: z.array(z.strictObject({ perspective: id, criterion: id, first: ids })),
  }),
}) satisfies z.ZodType<WeighingRobustness>;

export const weighing = z.strictObject({
  id,
  number: z.int().min(1),
  round: z.int().min(1),
  reason: z.string(),
  createdAt: z.int(),
  createdBy: id,
  weighed: z
    .strictObject({
      method: z.enum(weightMethods),
      answers: z.record(z.string(), number).nullable(),
    })
    .nullable(),
  weights: z.array(z.strictObject({ perspective: id, weight: number, passMark: number })),
  margin: number.min(0),
  options: z
    .array(z.strictObject({ id, position: count, title: z.string(), level: count }))
    .max(mostOptions),
  result,
  robustness,
}) satisfies z.ZodType<DossierWeighing>;

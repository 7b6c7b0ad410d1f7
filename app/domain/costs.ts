import { DomainError } from "./domain-error.ts";
import { bearers, type Bearer, type Certainty, type Recurrence } from "./option.ts";

/** What a bearer pays for an option; a saving is negative. `cents` is per year when yearly. */
export type CostLine = {
  optionId: string;
  bearer: Bearer;
  recurrence: Recurrence;
  certainty: Certainty;
  cents: number;
};

export type BearerCost = {
  bearer: Bearer;
  cents: number;
  /** Against option 0: positive pays more, negative saves. */
  difference: number;
};

export type HorizonCost = {
  years: number;
  total: number;
  difference: number;
  /** Every bearer with a cost in any option, in the fixed order of bearers. */
  bearers: BearerCost[];
  /** Estimated part of all amounts, sizes added regardless of sign, 0 to 1; null without amounts. */
  estimateShare: number | null;
  /** Who pays more and who saves, when both happen: the gain lands with someone else than the cost. */
  gainElsewhere: { pays: BearerCost[]; saves: BearerCost[] } | null;
};

export type OptionCost = { id: string; position: number; horizons: HorizonCost[] };

/**
 * Costs per option, bearer and horizon (years), against option 0: "muddling through versus breaking through", the
 * question of the Doorbraakmethode. Integer euro cents; a yearly line counts once for every year of the horizon,
 * prices and interest stay out. Options come back in the order given.
 *
 * @throws DomainError `options` (an id twice, or not exactly one at position 0), `lines.optionId`, `lines.bearer`,
 * `cents` (not an integer, or a sum too large to be exact) or `horizons`.
 */
export function costComparison(input: {
  options: { id: string; position: number }[];
  lines: CostLine[];
  horizons?: number[];
}): OptionCost[] {
  const { options, lines, horizons = [1, 5] } = input;
  assertCosts({ options, lines, horizons });
  const strict = options.find(({ position }) => position === 0)?.id;
  const shown = bearers.filter((bearer) => lines.some((line) => line.bearer === bearer));
  const of = (id: string | undefined) => lines.filter(({ optionId }) => optionId === id);
  return options.map(({ id, position }) => ({
    id,
    position,
    horizons: horizons.map((years) =>
      horizonCost({ years, shown, own: of(id), reference: of(strict) }),
    ),
  }));
}

function horizonCost(cost: {
  years: number;
  shown: Bearer[];
  own: CostLine[];
  reference: CostLine[];
}): HorizonCost {
  const { years, own, reference } = cost;
  const perBearer = cost.shown.map((bearer) => {
    const borne = (lines: CostLine[]) => total(lines.filter(isBorneBy(bearer)), years);
    const cents = borne(own);
    return { bearer, cents, difference: exact(cents - borne(reference)) };
  });
  const sizes = own.map((line) => ({ ...line, cents: Math.abs(line.cents) }));
  const size = total(sizes, years);
  const estimated = sizes.filter(({ certainty }) => certainty === "estimate");
  const pays = perBearer.filter(({ difference }) => difference > 0);
  const saves = perBearer.filter(({ difference }) => difference < 0);
  return {
    years,
    total: total(own, years),
    difference: exact(total(own, years) - total(reference, years)),
    bearers: perBearer,
    estimateShare: size === 0 ? null : total(estimated, years) / size,
    gainElsewhere: pays.length > 0 && saves.length > 0 ? { pays, saves } : null,
  };
}

function isBorneBy(bearer: Bearer): (line: CostLine) => boolean {
  return (line) => line.bearer === bearer;
}

function total(lines: CostLine[], years: number): number {
  return lines.reduce(
    (cents, line) => exact(cents + exact(line.cents * (line.recurrence === "yearly" ? years : 1))),
    0,
  );
}

/** Beyond 2^53 an integer is no longer exact: refused rather than a cent wrong. */
function exact(cents: number): number {
  if (!Number.isSafeInteger(cents)) throw new DomainError("cents", { cents });
  return cents;
}

function assertCosts(input: {
  options: { id: string; position: number }[];
  lines: CostLine[];
  horizons: number[];
}): void {
  const ids = new Set(input.options.map(({ id }) => id));
  const strict = input.options.filter(({ position }) => position === 0).length;
  if (strict !== 1 || ids.size !== input.options.length) {
    throw new DomainError("options", { strict, count: input.options.length });
  }
  for (const { optionId, bearer, cents } of input.lines) {
    if (!ids.has(optionId)) throw new DomainError("lines.optionId", { optionId });
    if (!bearers.includes(bearer)) throw new DomainError("lines.bearer", { bearer });
    exact(cents);
  }
  for (const years of input.horizons) {
    if (!Number.isInteger(years) || years < 1) throw new DomainError("horizons", { years });
  }
}

import type { DecidedSituation, RuleConditions } from "../../app/domain/policy-rule.ts";
import { bearers } from "../../app/domain/option.ts";
import { seededRandom } from "../../app/domain/seeded-random.ts";
import { whole, type Chance } from "./generated-precedents.ts";

const pro = ["a", "b", "c", "m"];
const con = ["x", "y", "n"];
const measured = ["m", "n"];

/** Decided situations over few facts, two of which are ordered. */
export function someDecided(
  seed: number,
  most: number,
): { situations: DecidedSituation[]; chance: Chance } {
  const chance = seededRandom(seed);
  const share = 0.2 + chance() * 0.6;
  const situations = Array.from({ length: 1 + whole(chance, most) }, (_, at) => {
    const own = [...pro, ...con].filter(() => chance() < share);
    return {
      id: `s${String(at).padStart(2, "0")}`,
      pro: own.filter((fact) => pro.includes(fact)),
      con: own.filter((fact) => con.includes(fact)),
      unknown: [...pro, ...con].filter((fact) => !own.includes(fact) && chance() < 0.2),
      amounts: measured
        .filter((fact) => own.includes(fact) && chance() < 0.8)
        .map((fact) => ({ fact, amount: whole(chance, 6) })),
      level: whole(chance, 3),
      costs: bearers
        .slice(0, 2)
        .flatMap((bearer) => [0, 1].map((level) => ({ level, bearer, cents: whole(chance, 900) }))),
    };
  });
  return { situations, chance };
}

export function someRule(chance: Chance): RuleConditions {
  const some = () => [...pro, ...con].filter(() => chance() < 0.15);
  const bounds = measured
    .filter(() => chance() < 0.3)
    .map((fact) => ({
      fact,
      least: chance() < 0.5 ? whole(chance, 4) : null,
      most: chance() < 0.5 ? 2 + whole(chance, 4) : null,
    }));
  return { mustHold: some(), mustNotHold: some(), bounds, level: whole(chance, 3) };
}

/** All subsets of a short list, in the order of the list. */
export function subsetsOf<T>(list: T[]): T[][] {
  return list.reduce<T[][]>((all, each) => [...all, ...all.map((some) => [...some, each])], [[]]);
}

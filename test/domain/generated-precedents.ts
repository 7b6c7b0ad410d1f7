import type { Precedent, Situation } from "../../app/domain/precedent.ts";
import type { IndexedPrecedent } from "../../app/domain/precedent-index.ts";

export type Chance = () => number;

/** How many facts a generated world has on each side, of which `ordered` come in more or less. */
export type World = { pro: number; con: number; ordered: number; levels: number };

export function whole(chance: Chance, below: number): number {
  return Math.floor(chance() * below);
}

function some(chance: Chance, facts: string[], share: number): string[] {
  return facts.filter(() => chance() < share);
}

export function factsOf(world: World): { pro: string[]; con: string[] } {
  return {
    pro: Array.from({ length: world.pro }, (_, at) => `p${at}`),
    con: Array.from({ length: world.con }, (_, at) => `d${at}`),
  };
}

function orderedValues(chance: Chance, count: number, side: string): { [fact: string]: number } {
  const facts = Array.from({ length: count }, (_, at) => `${side}${at}`);
  return Object.fromEntries(some(chance, facts, 0.8).map((fact) => [fact, whole(chance, 4)]));
}

export function generatedSituation(chance: Chance, world: World): Situation {
  const facts = factsOf(world);
  const share = chance();
  const pro = some(chance, facts.pro, share);
  const con = some(chance, facts.con, 1 - share);
  const open = [...facts.pro, ...facts.con].filter((fact) => ![...pro, ...con].includes(fact));
  const ordered = {
    pro: orderedValues(chance, world.ordered, "more"),
    con: orderedValues(chance, world.ordered, "late"),
  };
  return {
    pro,
    con,
    unknown: some(chance, open, 0.2),
    ...(world.ordered > 0 && { ordered }),
  };
}

export function generatedReasons(
  chance: Chance,
  facts: Situation,
): Pick<Precedent, "reasonPro" | "reasonCon"> {
  const pro = [...facts.pro, ...Object.keys(facts.ordered?.pro ?? {})];
  const con = [...facts.con, ...Object.keys(facts.ordered?.con ?? {})];
  return {
    ...(chance() < 0.3 && { reasonPro: some(chance, pro, 0.5) }),
    ...(chance() < 0.3 && { reasonCon: some(chance, con, 0.5) }),
  };
}

export function generatedPrecedent(chance: Chance, world: World): IndexedPrecedent {
  const { pro, con, ordered } = generatedSituation(chance, world);
  const facts = { pro, con, ...(ordered && { ordered }) };
  const all = [...factsOf(world).pro, ...factsOf(world).con];
  const digits = (length: number): string =>
    Array.from({ length }, () => whole(chance, 16).toString(16)).join("");
  return {
    id: [8, 4, 4, 4, 12].map(digits).join("-"),
    ...facts,
    level: whole(chance, world.levels),
    ...generatedReasons(chance, facts),
    ...(chance() < 0.5 && { known: some(chance, all, 0.7) }),
    decidedDay: 20_000 + whole(chance, 10),
    endDay: chance() < 0.3 ? 20_010 + whole(chance, 20) : null,
    group: whole(chance, 5),
  };
}

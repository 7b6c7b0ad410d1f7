import { binds, type Direction, type Precedent, type Situation } from "./precedent-binding.ts";
import type { OrderedValues } from "./precedent-ordered.ts";

/** A leading precedent and the others of its level that follow from it, all sorted by id. */
export type Leading = { id: string; forces: string[] };

/**
 * The precedents that are not already forced by the others, each with those that follow from it; how many follow is
 * its weight. Precedents with equal facts and level count as one, under their first id in alphabetical order, which
 * binds whatever one of them binds.
 *
 * A precedent is leading when the band that the others give for its facts is not exactly its own level. It forces the
 * others of its level that it binds: at least when the level is above 0, at most when it is 0.
 *
 * @param levels the number of outcome levels; one more than the highest level among the precedents when absent
 * @throws DomainError `ordered` when an ordered value is not a finite number.
 */
export function leading(precedents: Precedent[], levels?: number): Leading[] {
  const groups = groupEqual(precedents);
  const top = (levels ?? highestLevel(precedents) + 1) - 1;
  return groups
    .filter((group) => !isForced(group, groups, top))
    .map((group) => ({
      id: group.id,
      forces: groups
        .filter((other) => other !== group && other.level === group.level)
        .filter((other) => groupBinds(group, other, group.level > 0 ? "atLeast" : "atMost"))
        .map(({ id }) => id),
    }));
}

/** Precedents with equal facts and level. */
export type EqualPrecedents = { id: string; level: number; facts: Situation; members: Precedent[] };

/** Precedents with equal facts (also in value) and level as one, sorted by their first id. */
export function groupEqual(precedents: Precedent[]): EqualPrecedents[] {
  const groups = new Map<string, EqualPrecedents>();
  for (const precedent of [...precedents].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { id, level, pro, con, ordered } = precedent;
    const key = JSON.stringify([
      level,
      [...new Set(pro)].sort(),
      [...new Set(con)].sort(),
      valuesInOrder(ordered?.pro),
      valuesInOrder(ordered?.con),
    ]);
    const group = groups.get(key);
    if (group) group.members.push(precedent);
    else groups.set(key, { id, level, facts: { pro, con, ordered }, members: [precedent] });
  }
  return [...groups.values()];
}

function valuesInOrder(values: OrderedValues = {}): [string, number][] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}

function isForced(group: EqualPrecedents, groups: EqualPrecedents[], top: number): boolean {
  const others = groups.filter((other) => other !== group);
  const below = others.filter((other) => groupBinds(other, group, "atLeast"));
  const above = others.filter((other) => groupBinds(other, group, "atMost"));
  const lower = Math.max(0, ...below.map(({ level }) => level));
  const upper = Math.min(top, ...above.map(({ level }) => level));
  return lower === group.level && upper === group.level;
}

function groupBinds(group: EqualPrecedents, other: EqualPrecedents, direction: Direction): boolean {
  const { facts: situation } = other;
  return group.members.some((precedent) => binds({ situation, precedent, direction }));
}

function highestLevel(precedents: Precedent[]): number {
  return precedents.reduce((highest, { level }) => Math.max(highest, level), 0);
}

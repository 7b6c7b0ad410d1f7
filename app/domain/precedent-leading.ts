import type { Direction, Precedent } from "./precedent-binding.ts";
import { candidatesFor, type Candidates } from "./precedent-candidates.ts";
import type { OrderedValues } from "./precedent-ordered.ts";
import { precedentWords, rowBinding, type RowBinds } from "./precedent-words.ts";

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
  return leadingGroups(precedents, levels).map(({ group, forces }) => {
    return { id: group.id, forces: forces.map(({ id }) => id) };
  });
}

/** The leading precedents as groups of equal ones, each with the groups that follow from it; errors as `leading`. */
export function leadingGroups(
  precedents: Precedent[],
  levels?: number,
): { group: EqualPrecedents; forces: EqualPrecedents[] }[] {
  const groups = groupEqual(precedents);
  const top = (levels ?? highestLevel(precedents) + 1) - 1;
  const words = precedentWords(groups.flatMap(({ members }) => members));
  const tests = { atLeast: rowBinding(words, "atLeast"), atMost: rowBinding(words, "atMost") };
  const rows = rowsOfGroups(groups);
  const finding = {
    tests,
    atLeast: candidatesFor(rows, "atLeast"),
    atMost: candidatesFor(rows, "atMost"),
  };
  const forces = new Map(
    rows.flatMap((each): [GroupRows, EqualPrecedents[]][] =>
      isForced(each, finding, top) ? [] : [[each, []]],
    ),
  );
  for (const other of rows) {
    const { level } = other.group;
    const direction = level > 0 ? "atLeast" : "atMost";
    for (const each of binding(other, finding, direction)) {
      if (each !== other && each.group.level === level) forces.get(each)?.push(other.group);
    }
  }
  return [...forces].map(([{ group }, forced]) => ({ group, forces: forced }));
}

/** How to find what binds: tests of two rows, and which rows are worth it. */
type Finding = Record<Direction, Candidates<GroupRows>> & { tests: Record<Direction, RowBinds> };

/** The groups that bind the facts of one in a direction, each once. */
function binding(each: GroupRows, finding: Finding, direction: Direction): Set<GroupRows> {
  const [member] = each.members;
  const found = new Set<GroupRows>();
  if (!member) return found;
  for (const list of finding[direction](member)) {
    for (const other of list) {
      if (groupBinds(other, each, finding.tests[direction])) found.add(other);
    }
  }
  return found;
}

/** A group with the rows of its members, which follow each other in the words. */
type GroupRows = { group: EqualPrecedents; members: Precedent[]; first: number; end: number };

function rowsOfGroups(groups: EqualPrecedents[]): GroupRows[] {
  let end = 0;
  return groups.map((group) => {
    const first = end;
    end += group.members.length;
    return { group, members: group.members, first, end };
  });
}

/** Precedents with equal facts and level. */
export type EqualPrecedents = { id: string; level: number; members: Precedent[] };

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
    else groups.set(key, { id, level, members: [precedent] });
  }
  return [...groups.values()];
}

function valuesInOrder(values: OrderedValues = {}): [string, number][] {
  return Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
}

function isForced(each: GroupRows, finding: Finding, top: number): boolean {
  const own = each.group.level;
  let [lower, upper] = [0, top];
  for (const other of binding(each, finding, "atLeast")) {
    if (other !== each) lower = Math.max(lower, other.group.level);
  }
  if (lower !== own) return false;
  for (const other of binding(each, finding, "atMost")) {
    if (other !== each) upper = Math.min(upper, other.group.level);
  }
  return upper === own;
}

function groupBinds(each: GroupRows, other: GroupRows, test: RowBinds): boolean {
  for (let row = each.first; row < each.end; row += 1) {
    if (test(row, other.first)) return true;
  }
  return false;
}

function highestLevel(precedents: Precedent[]): number {
  return precedents.reduce((highest, { level }) => Math.max(highest, level), 0);
}

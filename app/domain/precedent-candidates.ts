import { recordedReason, sidesOf, type Direction, type Precedent } from "./precedent-binding.ts";

/** Finds, among many, those that may bind a situation in one direction: all that do are among them. */
export type Candidates<T> = (situation: { pro: string[]; con: string[] }) => T[][];

type Members = { members: Precedent[] };

/**
 * Those of which a reason may hold, looked up by the rarest fact that it needs: that one has to be there. Ordered facts
 * are looked at when comparing.
 */
export function candidatesFor<T extends Members>(all: T[], direction: Direction): Candidates<T> {
  const { own } = sidesOf[direction];
  const counts = new Map<string, number>();
  for (const { members } of all) {
    for (const fact of members[0]?.[own] ?? []) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  }
  const always: T[] = [];
  const byFact = new Map<string, T[]>();
  for (const each of all) {
    for (const fact of new Set(each.members.map((member) => rarest(member)))) {
      const list = fact === null ? always : (byFact.get(fact) ?? []);
      if (fact !== null) byFact.set(fact, list);
      list.push(each);
    }
  }
  return (situation) => [always, ...[...new Set(situation[own])].flatMap((fact) => listOf(fact))];

  function listOf(fact: string): T[][] {
    const list = byFact.get(fact);
    return list ? [list] : [];
  }

  function rarest(member: Precedent): string | null {
    const values = member.ordered?.[own] ?? {};
    const needed = (recordedReason(member, own) ?? member[own]).filter(
      (fact) => !Object.hasOwn(values, fact),
    );
    const count = (fact: string) => counts.get(fact) ?? 0;
    return needed.reduce<string | null>(
      (least, fact) => (least === null || count(fact) < count(least) ? fact : least),
      null,
    );
  }
}

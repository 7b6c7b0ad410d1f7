import { inArray } from "drizzle-orm";
import { db, precedents } from "#db";
import type { LineGroup } from "#app/domain/line-scan.ts";
import type { LocalText } from "#app/domain/local-text.ts";
import type { LinePage, LinePrecedent } from "#app/schemas/line-view.ts";
import type { PrecedentFact } from "#app/schemas/precedent-view.ts";
import { factsOfPrecedents } from "./precedent-check.server.ts";
import type { ScannedLine } from "./precedent-line-scan.server.ts";

const mostLeading = 30;
const mostFollowers = 8;
const mostConflicts = 20;
const mostRevisions = 30;

/** The leading precedents with what follows from them, those that most follow from first. */
export async function leadingOf({ groups }: ScannedLine): Promise<LinePage["leading"]> {
  const leading = groups.filter(({ isLeading }) => isLeading);
  const shown = leading.sort(byWeight).slice(0, mostLeading);
  const followersOf = ({ followers }: LineGroup) =>
    followers.slice(0, mostFollowers).flatMap((place) => groups[place]?.ids[0] ?? []);
  const named = await namesOf(
    shown.flatMap((group) => [group.ids[0] ?? "", ...followersOf(group)]),
  );
  const rows = shown.flatMap((group) => {
    const own = named.get(group.ids[0] ?? "");
    const followers = followersOf(group).flatMap((id) => named.get(id) ?? []);
    const equals = group.ids.length - 1;
    return own ? [{ ...own, weight: group.weight, equals, followers }] : [];
  });
  return { rows, total: leading.length };
}

function byWeight(a: LineGroup, b: LineGroup): number {
  const more = b.weight - a.weight || b.ids.length - a.ids.length;
  return more || ((a.ids[0] ?? "") < (b.ids[0] ?? "") ? -1 : 1);
}

/** How many pairs of precedents contradict each other. */
export function conflictCount({ conflicts, variants }: ScannedLine): number {
  return conflicts.reduce((sum, [high, low]) => {
    const [above = [], below = []] = [variants[high]?.ids, variants[low]?.ids];
    return sum + above.length * below.length;
  }, 0);
}

/** Pairs that decided one situation two ways, and on what. */
export async function conflictsOf(line: ScannedLine): Promise<LinePage["conflicts"]> {
  const pairs = firstPairs(line);
  const named = await namesOf(pairs.flat());
  const facts = await factsOfPrecedents([...new Set(pairs.flat())]);
  const rows = pairs.flatMap(([highId, lowId]) => {
    const [high, low] = [named.get(highId), named.get(lowId)];
    if (!high || !low) return [];
    const reasons = {
      pro: reasonOf(facts.get(highId) ?? [], "pro"),
      con: reasonOf(facts.get(lowId) ?? [], "con"),
    };
    return [{ high, low, reasons }];
  });
  return { rows, total: conflictCount(line) };
}

/** The first pairs, one per pair of different cases before equal ones come again. */
function firstPairs({ conflicts, variants }: ScannedLine): [string, string][] {
  const pairs: [string, string][] = [];
  for (const [high, low] of conflicts.slice(0, mostConflicts)) {
    for (const above of variants[high]?.ids.slice(0, mostConflicts) ?? []) {
      for (const below of variants[low]?.ids.slice(0, mostConflicts) ?? []) {
        pairs.push([above, below]);
      }
    }
  }
  return pairs.slice(0, mostConflicts);
}

/** What a reason rests on: the facts it names, or all of its side when it names none. */
function reasonOf(facts: PrecedentFact[], side: "pro" | "con"): LocalText[] {
  const own = facts.filter((fact) => fact.side === side);
  const namedFacts = own.filter(({ inReason }) => inReason);
  return (namedFacts.length > 0 ? namedFacts : own).map(({ label }) => label);
}

/** The fewest decisions to revise, so that no two contradict each other. */
export async function revisionsOf(line: ScannedLine): Promise<LinePage["revisions"]> {
  const { revisions, variants, conflicts } = line;
  if (revisions === null) return null;
  const placeOf = new Map(variants.flatMap(({ ids }, place) => ids.map((id) => [id, place])));
  const counts = new Map<number, number>();
  for (const [high, low] of conflicts) {
    counts.set(high, (counts.get(high) ?? 0) + (variants[low]?.ids.length ?? 0));
    counts.set(low, (counts.get(low) ?? 0) + (variants[high]?.ids.length ?? 0));
  }
  const countOf = (id: string) => counts.get(placeOf.get(id) ?? -1) ?? 0;
  const shown = [...revisions.ids].sort((a, b) => countOf(b) - countOf(a) || (a < b ? -1 : 1));
  const named = await namesOf(shown.slice(0, mostRevisions));
  const rows = shown.slice(0, mostRevisions).flatMap((id) => {
    const own = named.get(id);
    return own ? [{ ...own, conflicts: countOf(id) }] : [];
  });
  return { rows, total: shown.length, atLeast: revisions.lowerBound };
}

async function namesOf(ids: string[]): Promise<Map<string, LinePrecedent>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      level: precedents.level,
      decidedAt: precedents.decidedAt,
    })
    .from(precedents)
    .where(inArray(precedents.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

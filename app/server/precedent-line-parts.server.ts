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
export async function leadingOf(line: ScannedLine): Promise<LinePage["leading"]> {
  const { groups, leading } = line;
  const shown = leading.slice(0, mostLeading);
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
  return { rows, total: line.conflictCount };
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
export async function revisionsOf({ revisions }: ScannedLine): Promise<LinePage["revisions"]> {
  if (revisions === null) return null;
  const shown = revisions.rows.slice(0, mostRevisions);
  const named = await namesOf(shown.map(({ id }) => id));
  const rows = shown.flatMap(({ id, conflicts }) => {
    const own = named.get(id);
    return own ? [{ ...own, conflicts }] : [];
  });
  return { rows, total: revisions.rows.length, atLeast: revisions.atLeast };
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

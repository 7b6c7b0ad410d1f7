import { count, eq, max } from "drizzle-orm";
import { db, environment, precedentWords } from "#db";
import { revisionsIn } from "#app/domain/line-revisions.ts";
import { lineScan, type LineScan } from "#app/domain/line-scan.ts";
import { outcomeLevels } from "#app/domain/option.ts";
import { comparedCatalogue, type ComparedCatalogue } from "./comparable-precedents.server.ts";
import { othersFirst, readLine, type LineRows } from "./precedent-line-bits.server.ts";
import { lineDigest, type LineDigest } from "./precedent-line-digest.server.ts";

/** What the precedents of a scope come down to now. */
export type ScannedLine = LineScan &
  LineDigest & {
    /** How many count, and when they were decided, oldest first. */
    total: number;
    decidedAt: number[];
  };

type Kept = { state: string; until: number; line: Promise<ScannedLine> };

/** Lines as they were last worked out; a thousand pairs cost nothing, a hundred million half a second. */
const kept = new Map<string, Kept>();
const mostKept = 50;
/** Milliseconds at work before others go first. */
const atOnce = 8;
/** Pairs up to which the fewest revisions are worked out: about a tenth of a second. */
const mostPairs = 100_000;

/** The line of a scope, worked out again only when one of its precedents, or the catalogue, changed. */
export async function scannedLine(scopeId: string): Promise<ScannedLine> {
  const now = environment.now();
  const catalogue = await comparedCatalogue(db.read);
  const state = await stateOf(scopeId, catalogue);
  const known = kept.get(scopeId);
  if (known?.state === state && now < known.until) return known.line;
  const read = readLine(scopeId, { now, catalogue });
  const entry: Kept = { state, until: Infinity, line: read.then(workOut) };
  void read.then(({ until }) => (entry.until = until)).catch(() => undefined);
  // One that failed is tried again by whoever comes next.
  entry.line.catch(() => kept.delete(scopeId));
  kept.delete(scopeId);
  kept.set(scopeId, entry);
  for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
  return entry.line;
}

/** Whether the line of a scope is at hand, or small enough to work out at once. */
export function isQuick(scopeId: string, total: number): boolean {
  return total <= 1000 || kept.has(scopeId);
}

async function stateOf(scopeId: string, { byId }: ComparedCatalogue): Promise<string> {
  const [row] = await db.read
    .select({ rows: count(), changed: max(precedentWords.changed) })
    .from(precedentWords)
    .where(eq(precedentWords.scopeId, scopeId));
  const merged = [...byId].filter(([id, fact]) => id !== fact.id).map(([id, fact]) => id + fact.id);
  return [row?.rows, row?.changed, byId.size, ...merged].join(" ");
}

async function workOut(rows: LineRows): Promise<ScannedLine> {
  const scan = await inSteps(lineScan(rows.bits, levelsOf(rows)));
  const decidedAt = rows.decidedAt.sort((a, b) => a - b);
  const digest = lineDigest(scan, revisionsIn(rows.bits, scan, mostPairs));
  return { ...scan, ...digest, total: decidedAt.length, decidedAt };
}

/** A question set of its own may have more levels than those that ship. */
function levelsOf({ bits }: LineRows): number {
  return bits.levels.reduce((most, level) => Math.max(most, level + 1), outcomeLevels.length);
}

async function inSteps<T>(work: Generator<undefined, T>): Promise<T> {
  let since = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - since < atOnce) continue;
    await othersFirst();
    since = performance.now();
  }
}

import { sqlite } from "#db";
import { bringLogUpToDate } from "../log-upgrade.ts";
import { writeCase, type BulkCase } from "./bulk/cases.ts";
import { writeDecision } from "./bulk/decisions.ts";
import { writeOrganisations } from "./bulk/organisations.ts";
import { writeRound } from "./bulk/rounds.ts";
import { emptyWorld, type World } from "./bulk/world.ts";

const organisations = 20;
const casesPerTransaction = 2000;
/** Of the decided cases this share was scored by a panel in a full blind round. */
const scoredShare = 0.25;

export type BulkSeed = {
  cases: number;
  now: number;
  onProgress?: (done: number) => void;
};

/**
 * Fills a database that holds the catalogue and nothing else with so many cases, for the benchmark:
 * everyone's files, open and ended, two in five decided with a precedent, one in ten with a full
 * blind round. The same size and moment give the same rows. Nothing else may write meanwhile.
 */
export async function seedCases({ cases, now, onProgress }: BulkSeed): Promise<void> {
  const { writer } = sqlite();
  // More room than the application takes: the indexes are written all over the file.
  writer.pragma("cache_size = -400000");
  const world = emptyWorld(writer, now);
  inTransaction(world, () => writeOrganisations(world, organisations));
  for (let start = 0; start < cases; start += casesPerTransaction) {
    const end = Math.min(start + casesPerTransaction, cases);
    inTransaction(world, () => {
      for (let place = start; place < end; place += 1) writeCourse(world, (place + 1) / cases);
      world.write.search.finish();
    });
    onProgress?.(end);
  }
  await bringLogUpToDate(sqlite());
  writer.pragma("optimize");
  writer.pragma("wal_checkpoint(TRUNCATE)");
}

function inTransaction({ client }: World, change: () => void): void {
  client.exec("BEGIN IMMEDIATE");
  try {
    change();
    // Sealed at the end, all at once: what was noted row by row is not needed.
    client.exec("DELETE FROM temp.touched_rows");
    client.exec("COMMIT");
  } catch (error) {
    client.exec("ROLLBACK");
    throw error;
  }
}

/** A case with all that happened to it. */
function writeCourse(world: World, place: number): void {
  const caseFile = writeCase(world, place);
  const round = wasScored(world, caseFile) ? writeRound(world, caseFile) : null;
  if (caseFile.moments.has("follow_up")) writeDecision(world, caseFile, round);
}

function wasScored({ random }: World, { moments }: BulkCase): boolean {
  if (moments.has("follow_up")) return random.next() < scoredShare;
  return moments.has("scoring");
}

import { asc } from "drizzle-orm";
import { auditEvents, db, environment, hashesOfTile, leafFieldsOf, sha256 } from "#db";
import { concatBytes } from "../../app/domain/bytes.ts";
import { leafBytes } from "../../app/domain/log-leaf.ts";
import {
  entryBundle,
  parseTilePath,
  subtreesInTiles,
  tilesWith,
  tileWidth,
  type TileAddress,
} from "../../app/domain/log-tiles.ts";
import type { Subtree } from "../../app/domain/merkle-subtrees.ts";
import {
  consistencySubtrees,
  edgeOf,
  edgeSubtrees,
  inclusionSubtrees,
  proveConsistency,
  proveInclusion,
  rootOfEdge,
  type SubtreeHash,
} from "../../app/domain/merkle-tree.ts";
import { formatVerifierKey } from "../../app/domain/signed-note.ts";
import { formatTlogProof } from "../../app/domain/tlog-proof.ts";
import { newCase, newWorld } from "../server/case-world.ts";
import { signCheckpoint, type LogKey } from "./computed-log.ts";
import type { LogSource } from "./log-folder.ts";

/** Lets things happen of every sort a leaf knows: with a case, with content, and about scoring. */
export async function fillLog(events: number): Promise<void> {
  const world = await newWorld();
  const submitter = await world.person("submitter");
  const caseId = await newCase(submitter);
  const subject = { type: "case", id: caseId };
  const about = { subject, caseId, organisationId: submitter.organisation.id };
  for (let made = 0; made < events; made += 30) {
    await db.write(submitter.actor, async (tx) => {
      for (let n = 0; n < 10; n += 1) {
        await tx.record({ ...about, kind: "case.read", details: { part: `${made} é 😀` } });
        await tx.record({ ...about, kind: "case.noted", content: { text: `Notitie ${n}` } });
        await tx.record({
          ...about,
          kind: "rating.saved",
          content: { option: environment.newId() },
        });
      }
    });
  }
}

/** The leaves of the log, made anew from its events. */
export async function leavesOfLog(): Promise<Uint8Array[]> {
  const events = await db.read.select().from(auditEvents).orderBy(asc(auditEvents.sequence));
  return events.map((event) => leafBytes(leafFieldsOf(event), sha256));
}

/** The log in the database, with checkpoints at these sizes and at its end. */
export async function filledLog(sizes: readonly number[], key: LogKey): Promise<LogSource> {
  const leaves = await leavesOfLog();
  const size = leaves.length;
  const checkpoints: string[] = [];
  for (const before of [...sizes, size]) {
    const hashOf = await hashesFor(edgeSubtrees(before));
    const root = rootOfEdge(edgeOf(before, hashOf), sha256);
    checkpoints.push(signCheckpoint({ size: before, root }, key));
  }
  return {
    verifierKey: formatVerifierKey(key.key),
    checkpoints,
    tile: async (path) => {
      const tile = parseTilePath(path);
      if (tile === null) throw new Error(`No tile at ${path}`);
      const first = tile.place * tileWidth;
      if (tile.kind === "entries") return entryBundle(leaves.slice(first, first + tile.width));
      return readTile(tile);
    },
    proof: async (index) => {
      const hashOf = await hashesFor(inclusionSubtrees(index, size));
      const hashes = proveInclusion({ index, size, hashOf }, sha256);
      return formatTlogProof({ index, hashes, checkpoint: checkpoints.at(-1) ?? "", extra: null });
    },
    consistency: async (oldSize) => {
      const hashOf = await hashesFor(consistencySubtrees(oldSize, size));
      return proveConsistency({ oldSize, size, hashOf }, sha256);
    },
  };
}

async function readTile(tile: TileAddress): Promise<Uint8Array> {
  return concatBytes(...(await hashesOfTile(db.read, tile)));
}

/** Reads the tiles that have these subtrees. */
async function hashesFor(subtrees: readonly Subtree[]): Promise<SubtreeHash> {
  const tiles = new Map<string, Uint8Array>();
  const nameOf = ({ level, place }: TileAddress) => `${level}/${place}`;
  for (const tile of tilesWith(subtrees)) tiles.set(nameOf(tile), await readTile(tile));
  return subtreesInTiles((tile) => tiles.get(nameOf(tile)) ?? new Uint8Array(), sha256);
}

/**
 * The log as anyone may read it (C2SP tlog-tiles): heads, hashes and leaves, of what was published.
 * No personal data: leaves hold ids, pseudonyms and commitments, and of scoring only that it happened.
 * While a case is scored blind it ends where that began: leaves can be counted.
 */
import { and, asc, gt, lte } from "drizzle-orm";
import { auditEvents, db, leafFieldsOf, sha256, tileWidth } from "#db";
import { leafBytes } from "#app/domain/log-leaf.ts";
import { entryBundle, parseTilePath, widthInTree } from "#app/domain/log-tiles.ts";
import type { TileResource } from "#app/domain/log-tiles.ts";
import { handOverTo, latestCheckpoint } from "./checkpoints.server.ts";
import { listKeys } from "./log-keys.server.ts";
import { tileBytes } from "./log-tree.server.ts";

const forAYear = "public, max-age=31536000, immutable";
const forAWhile = "public, max-age=600";

export async function serveCheckpoint(): Promise<Response> {
  const latest = await latestCheckpoint();
  if (!latest) return notThere();
  return new Response(latest.note, {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-cache" },
  });
}

/** All keys that signed heads, the present one first, each with the head by which it was handed over. */
export async function serveKeys(): Promise<Response> {
  const keys = await listKeys();
  const told = await Promise.all(
    keys.map(async ({ verifierKey, since, until }) => {
      const handOver = await handOverTo(verifierKey);
      return { verifierKey, since, until, handOver };
    }),
  );
  return Response.json(
    { origin: keys[0]?.origin ?? null, keys: told },
    { headers: { "Cache-Control": "no-cache" } },
  );
}

/** `path` is what stands after `/log/`. */
export async function serveTile(path: string): Promise<Response> {
  const resource = parseTilePath(path);
  const latest = await latestCheckpoint();
  if (!resource || !latest) return notThere();
  const { place, width } = resource;
  const level = resource.kind === "hashes" ? resource.level : 0;
  if (width > widthInTree({ level, place }, latest.size)) return notThere();
  const bytes = await bytesOf(resource);
  if (!bytes) return notThere();
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/octet-stream",
      "Cache-Control": width === tileWidth ? forAYear : forAWhile,
    },
  });
}

function bytesOf(resource: TileResource): Promise<Uint8Array | null> {
  const { place, width } = resource;
  if (resource.kind === "entries") return entries(place * tileWidth, width);
  return tileBytes({ level: resource.level, place }, width);
}

async function entries(start: number, width: number): Promise<Uint8Array> {
  const rows = await db.read
    .select()
    .from(auditEvents)
    .where(and(gt(auditEvents.sequence, start), lte(auditEvents.sequence, start + width)))
    .orderBy(asc(auditEvents.sequence));
  return entryBundle(rows.map((row) => leafBytes(leafFieldsOf(row), sha256)));
}

function notThere(): Response {
  return new Response("Not found\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

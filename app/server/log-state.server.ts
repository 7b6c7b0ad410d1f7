/** The state of the log, for who checks on it. */
import { toBase64 } from "#app/domain/bytes.ts";
import { withParameters } from "#app/schemas/case-filters.ts";
import type { LogState } from "#app/schemas/log-state.ts";
import type { Access } from "./access.server.ts";
import { findCheckpoint, latestCheckpoint, listCheckpoints } from "./checkpoints.server.ts";
import { notFound } from "./http.server.ts";
import { logCheckState } from "./log-checks.server.ts";
import { headProblem } from "./log-head.server.ts";
import { listKeys, logOrigin } from "./log-keys.server.ts";
import { newestTimestamp } from "./log-timestamps.server.ts";
import { settings } from "./settings.server.ts";

export async function getLogState(access: Access<"audit.read">, url: string): Promise<LogState> {
  const after = new URL(url).searchParams.get("na");
  const latest = await latestCheckpoint();
  const { checkpoints, next } = await listCheckpoints(after);
  const keys = await listKeys();
  return {
    origin: await logOrigin(),
    latest: latest && { at: latest.at, size: latest.size, root: toBase64(latest.root) },
    problem: (await headProblem())?.code ?? null,
    stampedAt: (await newestTimestamp())?.at ?? null,
    check: await logCheckState(access),
    checkpoints: checkpoints.map(({ id, at, size, isTimestamped }) => ({
      id,
      at,
      size,
      isTimestamped,
    })),
    next: next && withParameters(url, { na: next }),
    start: after === null ? null : withParameters(url, { na: null }),
    keys: keys.map(({ verifierKey, since, until }) => ({ verifierKey, since, until })),
    address: `${settings().origin}/log/checkpoint`,
  };
}

/** A checkpoint as a file; the newest without an id. */
export async function downloadCheckpoint(
  _access: Access<"audit.read">,
  url: string,
): Promise<Response> {
  const id = new URL(url).searchParams.get("id");
  const checkpoint = id === null ? await latestCheckpoint() : await findCheckpoint(id);
  if (!checkpoint) notFound();
  return new Response(checkpoint.note, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="controlepunt-${checkpoint.size}.txt"`,
      "Cache-Control": "no-store",
    },
  });
}

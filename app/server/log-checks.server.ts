/** Checks of the log that an auditor asks for: one at a time, in the background, each in the log itself. */
import { and, desc, eq } from "drizzle-orm";
import { auditEvents, db } from "#db";
import type { LogCheckShown, LogCheckState, ShownFinding } from "#app/schemas/log-state.ts";
import type { Access } from "./access.server.ts";
import { latestCheckpoint, listCheckpoints } from "./checkpoints.server.ts";
import { verifyLog, type LogVerification } from "./log-verification.server.ts";
import { log } from "./log.server.ts";

const kind = "log.verified";
const mostKept = 20;

let running: { part: number } | null = null;
let hasFailed = false;

/** Begins a check, unless one is running. */
export function startLogCheck(access: Access<"audit.read">): void {
  if (running) return;
  const own = (running = { part: 0 });
  hasFailed = false;
  verifyLog({ onProgress: (part) => (own.part = part) })
    .then((found) => recordCheck(access, found))
    .catch((error: unknown) => {
      hasFailed = true;
      log().error({ err: error }, "the check of the log could not be finished");
    })
    .finally(() => (running = null));
}

async function recordCheck(
  { actor }: Access<"audit.read">,
  { findings, counts, destroyed }: LogVerification,
): Promise<void> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  // As shown: how many events and heads there are now would tell how scoring goes.
  const events = (await latestCheckpoint())?.size ?? 0;
  const { total: checkpoints } = await listCheckpoints(null);
  const kept = findings.slice(0, mostKept).map((finding) => JSON.stringify(finding));
  await db.write(actor, (tx) =>
    tx.record({
      kind,
      subject: { type: "log", id: "log" },
      details: { events, total, destroyed, checkpoints, findings: kept },
    }),
  );
}

export async function logCheckState({
  organisation,
}: Access<"audit.read">): Promise<LogCheckState> {
  const [row] = await db.read
    .select({ at: auditEvents.at, details: auditEvents.details })
    .from(auditEvents)
    .where(and(eq(auditEvents.organisationId, organisation.id), eq(auditEvents.kind, kind)))
    .orderBy(desc(auditEvents.sequence))
    .limit(1);
  return {
    running: running ? Math.floor(running.part * 100) : null,
    hasFailed,
    last: row ? shown(row) : null,
  };
}

type Recorded = Pick<typeof auditEvents.$inferSelect, "at" | "details">;

function shown({ at, details }: Recorded): LogCheckShown {
  const { events, total, destroyed, checkpoints, findings } = details;
  const kept = Array.isArray(findings) ? findings : [];
  return {
    at,
    events: Number(events),
    total: Number(total),
    destroyed: Number(destroyed),
    checkpoints: Number(checkpoints),
    findings: kept.map((text) => JSON.parse(text) as ShownFinding),
  };
}

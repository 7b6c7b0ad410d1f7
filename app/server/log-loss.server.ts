/** Saying that part of the log is gone for good, after which it goes on. The log itself tells of it. */
import { asc, inArray } from "drizzle-orm";
import { db, logCheckpoints, systemActor } from "#db";
import { toBase64 } from "#app/domain/bytes.ts";
import { parseCheckpoint } from "#app/domain/checkpoint.ts";
import { parseNote } from "#app/domain/signed-note.ts";
import { publishAfterLoss, type PublishedCheckpoint } from "./checkpoints.server.ts";
import {
  hasRoot,
  headProblem,
  readHead,
  setHeadAside,
  type HeadProblem,
} from "./log-head.server.ts";
import { logOrigin } from "./log-keys.server.ts";
import { logSize, rootAt } from "./log-tree.server.ts";

export type DeclaredLoss = { problem: HeadProblem; checkpoint: PublishedCheckpoint };

/** Records the loss with both heads and publishes a head again; null when nothing is wrong. */
export async function declareLoss(reason: string): Promise<DeclaredLoss | null> {
  const problem = await headProblem();
  const origin = await logOrigin();
  if (!problem || origin === null) return null;
  const lost = readHead(origin);
  const size = await logSize();
  const root = toBase64(await rootAt(size));
  await db.write(systemActor, (tx) =>
    tx.record({
      kind: "log.loss_declared",
      subject: { type: "log", id: "log" },
      details: {
        reason,
        problem: problem.code,
        lostSize: problem.head,
        lostHead: lost === null || lost === "broken" ? null : lost.note,
        size,
        root,
      },
    }),
  );
  setHeadAside(origin);
  await forgetHeadsThatDoNotHold(size);
  return { problem, checkpoint: await publishAfterLoss() };
}

/** Heads in the database that are not of this log any more. The event and the file set aside tell of them. */
async function forgetHeadsThatDoNotHold(events: number): Promise<void> {
  const rows = await db.read
    .select({ id: logCheckpoints.id, size: logCheckpoints.size, note: logCheckpoints.note })
    .from(logCheckpoints)
    .orderBy(asc(logCheckpoints.size));
  const wrong: string[] = [];
  for (const { id, size, note } of rows) {
    const { root } = parseCheckpoint(parseNote(note).text);
    if (size > events || !(await hasRoot({ size, root }))) wrong.push(id);
  }
  if (wrong.length === 0) return;
  await db.maintain((tx) => tx.delete(logCheckpoints).where(inArray(logCheckpoints.id, wrong)));
}

/** Publishing heads of the log by itself: at what must be provable at once, and every so often. */
import { db } from "#db";
import { isDomainError } from "#app/domain/domain-error.ts";
import { writeCheckpointMails } from "./checkpoint-mails.server.ts";
import { publishCheckpoint } from "./checkpoints.server.ts";
import { logSize } from "./log-tree.server.ts";
import { stampNewest } from "./log-timestamps.server.ts";
import { log } from "./log.server.ts";
import { repeating } from "./repeating.server.ts";
import type { Settings } from "./settings.server.ts";

/** After these nobody should have to wait for a head over them. */
const atOnce = new Set([
  "decision.taken",
  "decision.replaced",
  "case.destroyed",
  "line.changed",
  "log.key_rotated",
]);
const againAfterMs = 60_000;

export type Publishing = { now: () => void; stop: () => Promise<void> };

/** To be called when the database is open. Several processes may: their heads never contradict each other. */
export function startPublishing(config: Settings): Publishing {
  const { checkpointEveryMs, timestampUrl } = config.log;
  let again: NodeJS.Timeout | undefined;
  const loop = repeating(checkpointEveryMs, async () => {
    clearTimeout(again);
    try {
      if ((await logSize()) > 0) await publishCheckpoint("new events");
      await writeCheckpointMails(config);
      if (timestampUrl !== undefined) await stampNewest(timestampUrl);
    } catch (error) {
      again = setTimeout(() => loop.now(), againAfterMs).unref();
      const details = isDomainError(error) ? error.details : undefined;
      log().error(
        { err: error, details },
        "a checkpoint of the log could not be published or stamped",
      );
    }
  });
  const unlisten = db.listen((notices) => {
    const isMissed = notices.length === 0;
    if (isMissed || notices.some(({ kind }) => atOnce.has(kind))) loop.now();
  });
  loop.now();
  const stop = async () => {
    unlisten();
    clearTimeout(again);
    await loop.stop();
    clearTimeout(again);
  };
  return { now: loop.now, stop };
}

/** Raises signals in a process of its own, beside others that do the same. */
import { openDatabase, stopDatabase } from "#db";
import { raiseSignals } from "#app/server/signal-clusters.server.ts";

await openDatabase(process.env.DATABASE_URL ?? "");
await raiseSignals();
await stopDatabase();

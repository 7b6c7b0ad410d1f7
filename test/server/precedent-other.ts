/** Another process on the database of DATABASE_URL: ends a precedent or lets it count again, as each line asks. */
import { createInterface } from "node:readline";
import { eq } from "drizzle-orm";
import { openDatabase, precedents } from "#db";
import { repackPrecedent } from "#app/server/precedent-words.server.ts";
import { change } from "./precedent-world.ts";

await openDatabase(process.env.DATABASE_URL ?? "");
process.stdout.write("ready\n");
for await (const line of createInterface(process.stdin)) {
  const [status = "", id = ""] = line.split(" ");
  await change(async (tx) => {
    const set = { status: status === "valid" ? ("valid" as const) : ("outdated" as const) };
    await tx.update(precedents).set(set).where(eq(precedents.id, id));
    await repackPrecedent(tx, id);
    // Killed in the middle of a change.
    if (status === "killed") process.kill(process.pid, "SIGKILL");
  });
  process.stdout.write("done\n");
}

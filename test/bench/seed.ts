/** Fills a new SQLite database, the file of DATABASE_URL, with as many cases as its argument says. */
import { db, openDatabase, stopDatabase, systemActor } from "#db";
import { shipCatalogue } from "../../app/server/shipped-data.server.ts";
import { seedCases } from "../../db/seed/bulk.ts";
import { tell } from "./outcome.ts";

await tell(async () => {
  const cases = Number(process.argv[2]);
  await openDatabase(process.env.DATABASE_URL ?? "");
  await db.write(systemActor, async (tx) => {
    await shipCatalogue(tx);
    const subject = { type: "organisation", id: "bench" };
    await tx.record({ kind: "installation.set-up", subject });
  });
  const onProgress = (done: number) => {
    if (done % 20_000 === 0 || done === cases) process.stdout.write(`  ${done} cases\n`);
  };
  await seedCases({ cases, now: Date.now(), onProgress });
  await stopDatabase();
});

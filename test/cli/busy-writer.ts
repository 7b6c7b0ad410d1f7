/**
 * A process that changes a database 500 times a second by the application's own way, reads as often,
 * and writes how long each took. Ends when told to, with what it was told was stored.
 */
import { eq } from "drizzle-orm";
import { db, environment, openDatabase, organisations, stopDatabase, systemActor } from "#db";

const everyMs = 2;

export type Busy = {
  /** Moment, and milliseconds a change and a read took. */
  taken: [at: number, write: number, read: number][];
  /** Moment at which each numbered change was acknowledged. */
  acknowledged: number[];
};

const busy: Busy = { taken: [], acknowledged: [] };

async function writeOnce(number: number): Promise<void> {
  const id = environment.newId();
  const row = { id, name: `busy ${number}`, createdAt: number };
  const started = performance.now();
  await db.write(systemActor, async (tx) => {
    await tx.insert(organisations).values(row);
    await tx.record({ kind: "organisation.created", subject: { type: "organisation", id } });
  });
  const written = performance.now();
  busy.acknowledged.push(Date.now());
  await db.read.select().from(organisations).where(eq(organisations.id, id));
  busy.taken.push([Date.now(), written - started, performance.now() - written]);
}

let stopping = false;
process.once("SIGTERM", () => (stopping = true));

await openDatabase(process.env.DATABASE_URL ?? "");
process.stdout.write("\n");
const started = performance.now();
for (let number = 0; !stopping; number += 1) {
  const early = started + number * everyMs - performance.now();
  if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
  await writeOnce(number);
}
await stopDatabase();
process.stdout.write(JSON.stringify(busy));

import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, dialect, environment, openDatabase, organisations, stopDatabase } from "#db";
import {
  startPostgres,
  type PostgresServer,
  type PostgresStandby,
} from "../support/postgres-server.ts";

const someone = { personId: "someone", roles: [], organisationId: null } as const;
const someoneElse = { ...someone, personId: "someone else" };

/** Where the reports of this person come from, and what they show. */
async function report(person: typeof someone | typeof someoneElse) {
  const read = await db.reports(person);
  const [row] = await read
    .select({
      isCopy: sql<boolean>`pg_is_in_recovery()`,
      names: sql<string>`string_agg(name, ' ')`,
    })
    .from(organisations);
  return row;
}

async function addOrganisation(name: string): Promise<void> {
  await db.write(someone, async (tx) => {
    const id = environment.newId();
    await tx.insert(organisations).values({ id, name, createdAt: environment.now() });
    await tx.record({ kind: "organisation.created", subject: { type: "organisation", id } });
  });
}

describe.runIf(dialect === "postgres")("reports from a copy of the database", () => {
  let primary: PostgresServer;
  let standby: PostgresStandby;

  beforeAll(async () => {
    primary = await startPostgres();
    standby = await primary.startStandby();
    const url = await primary.createDatabase("reports");
    await openDatabase(url, { replicaUrl: standby.url("reports") });
    await addOrganisation("A");
  }, 60_000);

  afterAll(async () => {
    await stopDatabase();
    await standby.stop();
    await primary.stop();
  });

  test("come from the copy once it has what the person changed", async () => {
    await expect.poll(() => report(someone)).toEqual({ isCopy: true, names: "A" });
  });

  test("come from the database itself while the copy lags, and show the own change", async () => {
    await standby.query("select pg_wal_replay_pause()");
    await addOrganisation("B");
    expect(await report(someone)).toEqual({ isCopy: false, names: "A B" });
    // Who changed nothing since sees the copy.
    expect(await report(someoneElse)).toEqual({ isCopy: true, names: "A" });
    await standby.query("select pg_wal_replay_resume()");
    await expect.poll(() => report(someone)).toEqual({ isCopy: true, names: "A B" });
  });

  test("come from the database itself when the copy is away", async () => {
    await standby.kill();
    // What is committed now waits for a copy that is gone; reading does not.
    expect(await report(someone)).toEqual({ isCopy: false, names: "A B" });
  });
});

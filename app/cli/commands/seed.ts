import { count } from "drizzle-orm";
import { caseFiles, db, dialect, openDatabase, people, stopDatabase, systemActor } from "#db";
import { seedCases } from "#db/seed/bulk.ts";
import { settings } from "../../server/settings.server.ts";
import { shipCatalogue } from "../../server/shipped-data.server.ts";
import { progress, wrongUse, type Command } from "../command.ts";

const mostCases = 1_000_000;

export const command: Command = {
  usage: ["seed --cases <number>"],
  help: `Fills an empty SQLite database with so many made-up cases, decisions and precedents, to measure with. For
PostgreSQL: seed an SQLite file, then mw copy.

  --cases <number>  1 to ${mostCases}`,
  options: { cases: { type: "string" } },
  words: { least: 0, most: 0 },
  run: async ({ options }) => {
    const cases = Number(options.cases);
    if (!Number.isInteger(cases) || cases < 1 || cases > mostCases) {
      throw wrongUse(`--cases takes a number from 1 to ${mostCases}.`);
    }
    if (dialect === "postgres") {
      throw wrongUse(
        "Seed an SQLite file and copy it: mw seed --database seed.db …; mw copy seed.db postgres://…",
      );
    }
    const { databaseUrl } = settings();
    await openDatabase(databaseUrl);
    try {
      await fill(cases);
    } finally {
      await stopDatabase();
    }
    return { result: { cases }, text: `${cases} cases are in ${databaseUrl}.` };
  },
};

async function fill(cases: number): Promise<void> {
  for (const table of [caseFiles, people]) {
    const [row] = await db.read.select({ rows: count() }).from(table);
    if (row?.rows !== 0) throw new Error("This database is not empty: seeding takes an empty one.");
  }
  await db.write(systemActor, async (tx) => {
    await shipCatalogue(tx);
    await tx.record({
      kind: "installation.set-up",
      subject: { type: "organisation", id: "seed" },
      details: { cases },
    });
  });
  const said = progress("cases");
  await seedCases({ cases, now: Date.now(), onProgress: (done) => said(done, cases) });
}

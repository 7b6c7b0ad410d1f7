/**
 * Every stored byte of the log is vouched for. In the ordinary run at places by chance, in all rows at
 * once; with FLIPS=all (`npm run flips`) at every place of every row.
 */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db, dialect, environment, organisations, stopDatabase } from "#db";
import { seededRandom } from "../../app/domain/seeded-random.ts";
import { publishCheckpoint } from "../../app/server/checkpoints.server.ts";
import { verifyLog } from "../../app/server/log-verification.server.ts";
import { freshDatabase } from "../support/database.ts";
import {
  checkpoints,
  events,
  flipped,
  put,
  storedBytes,
  tiles,
  type FlipTable,
  type Kind,
  type Stored,
} from "../support/log-flips.ts";
import { rawRows, rawRun, withoutLogTriggers } from "../support/raw.ts";

const all = process.env.FLIPS === "all";
const rounds = all ? Infinity : dialect === "postgres" ? 1 : 2;
/** What is stored otherwise on PostgreSQL; the rest is told apart on SQLite. */
const others = ["at", "case_id", "details", "rows", "salt", "leaf_hash", "sealed"];
const columns = Object.entries(events.columns).filter(
  ([column]) => all || dialect === "sqlite" || others.includes(column),
);
const chance = seededRandom(20261122);

/** Two events each, so that there are two full tiles and some more. */
const changes = 260;

beforeAll(async () => {
  await freshDatabase();
  for (let made = 0; made < changes; made += 1) {
    await someChange(made);
    if (made % 65 === 64) await publishCheckpoint("test");
  }
  await withoutLogTriggers();
  expect((await verifyLog()).findings).toEqual([]);
}, 60_000);

/** By one of five people, about one of twenty cases: what it was, and how it was rated. */
async function someChange(made: number): Promise<void> {
  const caseId = `01aa0000-0000-7000-8000-0000000000${10 + (made % 20)}`;
  const sessionId = made % 2 === 0 ? `01bb0000-0000-7000-8000-0000000000${10 + (made % 3)}` : null;
  const person = {
    personId: `01cc0000-0000-7000-8000-0000000000${10 + (made % 5)}`,
    roles: ["coordinator", "assessor"] as const,
    organisationId: "01dd0000-0000-7000-8000-000000000010",
  };
  const about = { caseId, sessionId, subject: { type: "case", id: caseId } };
  await db.write(person, async (tx) => {
    const row = { id: environment.newId(), name: `Dienst ${made}`, createdAt: environment.now() };
    await tx.insert(organisations).values(row);
    const content = { title: `Een casus ${made}`, text: "Wat er speelt. ".repeat(made % 9) };
    await tx.record({ ...about, kind: "case.step_saved", details: { step: "situation" }, content });
    await tx.record({
      ...about,
      kind: "rating.recorded",
      details: { key: "J1" },
      content: { made },
    });
  });
}
afterAll(stopDatabase);

type Place = (stored: Stored, round: number) => number;

/** Turns a bit in every row, looks what is found, and puts all back. */
async function flipRound(table: FlipTable, column: string, placeOf: (stored: Stored) => number) {
  const kind = table.columns[column] ?? "text";
  const stored = await storedBytes(table, column);
  const changes = stored.flatMap((row) => {
    const bytes = flipped(row, placeOf(row), kind);
    return bytes ? [{ key: row.key, bytes }] : [];
  });
  await put(table, column, changes);
  const found = await verifyLog();
  const changed = new Set(changes.map(({ key }) => String(key)));
  await put(
    table,
    column,
    stored.filter(({ key }) => changed.has(String(key))),
  );
  return { changes, findings: found.findings };
}

const byChance: Place = ({ bytes }) => Math.floor(chance() * (bytes?.length ?? 0));
const inTurn: Place = (_stored, round) => round;

async function everyRound(
  table: FlipTable,
  column: string,
  check: (outcome: Awaited<ReturnType<typeof flipRound>>) => void,
): Promise<number> {
  const longest = Math.max(
    0,
    ...(await storedBytes(table, column)).map(({ bytes }) => bytes?.length ?? 0),
  );
  const place = all ? inTurn : byChance;
  let flips = 0;
  for (let round = 0; round < Math.min(longest, rounds); round += 1) {
    const outcome = await flipRound(table, column, (stored) => place(stored, round));
    flips += outcome.changes.length;
    check(outcome);
  }
  return flips;
}

describe.each(columns)("of the column %s of events", (column, kind: Kind) => {
  test("every byte that is changed is found, and its event named", async () => {
    const flips = await everyRound(events, column, ({ changes, findings }) => {
      const named = new Set(findings.map(({ event }) => event));
      expect(changes.filter(({ key }) => !named.has(Number(key[0])))).toEqual([]);
    });
    expect(flips).toBeGreaterThan(0);
  }, 36_000_000);

  test.runIf(nullable.includes(column))("a value taken away or put in is found", async () => {
    const stored = await storedBytes(events, column);
    const other = kind === "json" ? "[]" : "x";
    const changes = stored.map(({ key, bytes }) => ({
      key,
      bytes: bytes ? null : Buffer.from(other),
    }));
    await put(events, column, changes);
    const named = new Set((await verifyLog()).findings.map(({ event }) => event));
    await put(events, column, stored);
    expect(changes.filter(({ key }) => !named.has(Number(key[0])))).toEqual([]);
  });
});

const nullable = [
  "actor_id",
  "organisation_id",
  "case_id",
  "session_id",
  "actor",
  "salt",
  "rows",
  "processing_id",
  "leaf_hash",
  "sealed",
];

test.each(Object.keys(tiles.columns))(
  "every byte of %s of a tile that is changed is found, with the events under it",
  async (column) => {
    await everyRound(tiles, column, ({ changes, findings }) => {
      for (const { key } of changes) {
        const which = key.join("/");
        const found = findings.filter((finding) => finding.which === which);
        expect(found.map(({ code, event }) => [code, typeof event])).toContainEqual([
          "tile_changed",
          "number",
        ]);
      }
    });
  },
  36_000_000,
);

test.each(Object.keys(checkpoints.columns).filter((column) => column !== "timestamp"))(
  "every byte of %s of a checkpoint that is changed is found",
  async (column) => {
    await everyRound(checkpoints, column, ({ changes, findings }) => {
      const named = new Set(findings.map(({ key }) => key));
      expect(changes.filter(({ key }) => !named.has(String(key[0])))).toEqual([]);
      expect(findings.filter(({ code }) => code.startsWith("event"))).toEqual([]);
    });
  },
  36_000_000,
);

test.each([
  ["audit_events", "sequence = 1000300", "sequence = 300", 300],
  ["audit_events", "sequence = -7", "sequence = 7", 7],
  ["log_tiles", "level = 1", "level = 0 and place = 1", 257],
  ["log_tiles", "place = 256", "place = 0 and level = 0", 1],
])("a number in the key of %s that is changed is found: %s", async (table, to, from, event) => {
  await rawRun(`update ${table} set ${to} where ${from}`);
  const { findings } = await verifyLog();
  await rawRun(`update ${table} set ${from.replace(" and", ",")} where ${to}`);
  expect(findings.map((finding) => finding.event)).toContain(event);
  expect((await verifyLog()).findings).toEqual([]);
});

test("a changed id of a checkpoint is found", async () => {
  const [row] = await rawRows("select id from log_checkpoints order by size desc");
  const id = String(row?.[0]);
  await rawRun(`update log_checkpoints set id = 'x' || id where id = '${id}'`);
  const { findings } = await verifyLog();
  await rawRun(`update log_checkpoints set id = '${id}' where id = 'x${id}'`);
  expect(findings).toMatchObject([{ code: "checkpoint_row_changed", key: `x${id}` }]);
});

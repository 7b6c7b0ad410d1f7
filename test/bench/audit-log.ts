/** What the log costs: appending beside a bare insert, a proof, and looking through all of it. */
import { openDatabase, sqlite, stopDatabase, systemActor, db, dialect, postgres } from "#db";
import { environment } from "#db/environment.ts";
import { proofOf, publishCheckpoint } from "../../app/server/checkpoints.server.ts";
import { verifyLog } from "../../app/server/log-verification.server.ts";

export type AppendCost = { bareMs: number; loggedMs: number; times: number };

const pairs = 600;
/** A server has done this before: its code is compiled. */
const warmUps = 1_000;

/** The same event in turn: put in as a bare row and committed, and recorded with leaf and tree. */
export async function appendCost(): Promise<AppendCost> {
  const bare = await bareInsert();
  const [bareMs, loggedMs]: [number[], number[]] = [[], []];
  for (let number = -warmUps; number < pairs; number += 1) {
    const one = await timed(() => bare(number));
    const other = await timed(() => record(number));
    if (number < 0) continue;
    bareMs.push(one);
    loggedMs.push(other);
  }
  const [one, other] = [median(bareMs), median(loggedMs)];
  return { bareMs: one, loggedMs: other, times: other / one };
}

function record(number: number): Promise<unknown> {
  return db.write(systemActor, (tx) =>
    tx.record({ kind: "scope.created", subject: { type: "scope", id: `s${number}` } }),
  );
}

/** A row of the same columns, indexes and bytes, without anything else. */
async function bareInsert(): Promise<(number: number) => Promise<unknown>> {
  await record(-1);
  const columns =
    "at, actor_roles, kind, subject_type, subject_id, details, content_hash, actor, salt, leaf_hash";
  const values = [environment.now(), "[]", "scope.created", "scope", "s", "{}"];
  const rest = ["a".repeat(64), "b".repeat(32), "c".repeat(24), Buffer.alloc(32)];
  if (dialect === "sqlite") {
    const { writer } = sqlite();
    writer.exec("create table bare_events as select * from audit_events where false");
    indexes(writer.exec.bind(writer));
    const marks = columns.replaceAll(/\w+/g, "?");
    const insert = writer.prepare(`insert into bare_events (${columns}) values (${marks})`);
    return () => {
      writer.exec("begin immediate");
      insert.run(...values, ...rest);
      writer.exec("commit");
      return Promise.resolve();
    };
  }
  const { hosts } = postgres();
  await hosts.query("create table bare_events as select * from audit_events where false");
  const statements: string[] = [];
  indexes((statement) => statements.push(statement));
  for (const statement of statements) await hosts.query(statement);
  const client = await hosts.acquire();
  const marks = columns.split(", ").map((_, place) => `$${place + 1}`);
  const text = `insert into bare_events (${columns}) values (${marks.join(", ")})`;
  return async () => {
    await client.query("begin");
    await client.query({ name: "bare", text, values: [...values, ...rest] });
    await client.query("commit");
  };
}

function indexes(run: (statement: string) => unknown): void {
  const of = [
    "subject_id, sequence",
    "case_id, sequence",
    "organisation_id, at, sequence",
    "organisation_id, kind, sequence",
    "actor_id, sequence",
    "session_id, kind, sequence",
  ];
  of.forEach((columns, place) => run(`create index bare_${place} on bare_events (${columns})`));
}

export type WholeLog = { events: number; seconds: number; findings: number; proofP95: number };

/** Looks through the log at this address, and asks for proofs at random places. */
export async function wholeLog(url: string): Promise<WholeLog> {
  await openDatabase(url);
  try {
    const { size } = await publishCheckpoint("bench");
    const { seconds, findings, events } = await verifyLog();
    const times: number[] = [];
    for (let number = 0; number < 1_000; number += 1) {
      const sequence = 1 + Math.floor(Math.random() * size);
      times.push(await timed(() => proofOf(sequence, size)));
    }
    times.sort((a, b) => a - b);
    return { events, seconds, findings: findings.length, proofP95: times[949] ?? 0 };
  } finally {
    await stopDatabase();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

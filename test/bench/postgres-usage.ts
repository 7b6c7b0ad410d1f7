import { readFileSync } from "node:fs";
import pg from "pg";
import { childrenOf } from "../support/postgres-programs.ts";

/** Linux counts CPU for programs in hundredths of a second, whatever the kernel does itself. */
const msPerTick = 10;
const here = ["127.0.0.1", "localhost", "[::1]"];

/**
 * A way to read the CPU of all processes of the PostgreSQL server behind this address, in
 * milliseconds; null where it does not run on this machine or the machine does not tell.
 */
export async function cpuOfServer(url: string): Promise<(() => number) | null> {
  if (!here.includes(new URL(url).hostname)) return null;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  // A connection has a process of its own, which the first process of the server started.
  const connection = rows[0] && processAt(rows[0].pid);
  await client.end();
  if (!connection || connection.name !== "postgres") return null;
  const { parent } = connection;
  return () => {
    const own = processAt(parent);
    const running = childrenOf(parent).map((pid) => processAt(pid)?.ticks ?? 0);
    const ticks = running.reduce((sum, one) => sum + one, 0);
    return (ticks + (own?.ticks ?? 0) + (own?.ticksOfEnded ?? 0)) * msPerTick;
  };
}

type Process = { name: string; parent: number; ticks: number; ticksOfEnded: number };

function processAt(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = stat.lastIndexOf(")");
    const fields = stat.slice(end + 2).split(" ");
    const sum = (from: number) => Number(fields[from]) + Number(fields[from + 1]);
    return {
      name: stat.slice(stat.indexOf("(") + 1, end),
      parent: Number(fields[1]),
      ticks: sum(11),
      ticksOfEnded: sum(13),
    };
  } catch {
    return null;
  }
}

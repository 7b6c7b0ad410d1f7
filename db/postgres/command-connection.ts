import pg from "pg";
import { parseAddresses } from "./addresses.ts";

/**
 * One connection for a command, to the first host that answers and takes changes. Without the time
 * limits of the application: copying and checking take as long as they take.
 */
export async function connectForCommand(url: string): Promise<pg.Client> {
  const { hosts, writable } = parseAddresses(url);
  let trouble: unknown = new Error("The address names no host");
  for (const connectionString of hosts) {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: 5_000,
      application_name: "maatwerkplaats command",
    });
    // A connection that falls away while nothing is asked: the next question says so.
    client.on("error", () => undefined);
    try {
      await client.connect();
      if (!writable || !(await isStandby(client))) return client;
      trouble = new Error("None of the hosts takes changes");
      await client.end();
    } catch (error) {
      trouble = error;
    }
  }
  throw trouble;
}

async function isStandby(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ standby: boolean }>(
    "select pg_is_in_recovery() as standby",
  );
  return rows[0]?.standby === true;
}

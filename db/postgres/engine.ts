import type { Engine } from "../engine.ts";
import { makeChange } from "./changes.ts";
import { connect, openHosts, type Hosts } from "./connection.ts";
import { openListening } from "./listening.ts";
import { migrate, statusOf } from "./migrate.ts";
import { openReplica } from "./replica.ts";
import { endOfChange, noteTouched } from "./touched-rows.ts";
import { trouble } from "./trouble.ts";

export type PostgresEngine = Engine & { hosts: Hosts };

const patienceMs = 12_000;

export type PostgresOptions = {
  /** Address of a copy for reports and searches. */
  replicaUrl?: string | undefined;
  /** At most so many connections of this process. */
  mostConnections?: number | undefined;
};

/** Connects, bringing the database up to date first. */
export async function openPostgres(
  url: string,
  { replicaUrl, mostConnections = 10 }: PostgresOptions = {},
): Promise<PostgresEngine> {
  await migrate(url);
  const hosts = openHosts(url, { most: mostConnections, patienceMs });
  const listening = openListening(openHosts(url, { most: 1, patienceMs }));
  const read = connect(hosts);
  const replica = replicaUrl === undefined ? null : openReplica(replicaUrl, mostConnections, hosts);
  let queries = 0;
  return {
    url,
    hosts,
    read,
    replica: replica && ((sequence) => replica.having(sequence)),
    transaction: (change) => makeChange(hosts, change),
    endOfChange,
    touch: noteTouched,
    prepared: (query) => query.prepare(`hot_${(queries += 1)}`),
    listen: listening.listen,
    // The server tells every listener, this process among them.
    announce: () => undefined,
    migrations: () => statusOf(hosts),
    bytes: async () => {
      const { rows } = await hosts.query<{ bytes: number }>(
        "select pg_database_size(current_database()) as bytes",
      );
      return rows[0]?.bytes ?? 0;
    },
    trouble,
    close: async () => {
      await listening.close();
      await replica?.close();
      await hosts.close();
    },
  };
}

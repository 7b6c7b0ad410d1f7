/** A copy of the database that lags a little, for reports and searches. */
import type { Queries } from "../sqlite/connection.ts";
import { connect, openHosts, type Hosts } from "./connection.ts";
import { isConnectionTrouble, isToBeginAgain } from "./trouble.ts";

export type Replica = {
  /** Queries on the copy once it has this audit event, otherwise null. */
  having: (sequence: number) => Promise<Queries | null>;
  close: () => Promise<void>;
};

/** A search need not wait for a copy that is away: the database itself answers. */
const patienceMs = 500;

export function openReplica(url: string, most: number, primary: Hosts): Replica {
  const hosts = openHosts(url, { most, patienceMs });
  const read = connect({ query: withFallback(hosts.query, primary.query) });
  // The copy only goes forward.
  let known = 0;

  async function having(sequence: number): Promise<Queries | null> {
    if (known >= sequence) return read;
    try {
      const { rows } = await hosts.query<{ newest: number | null }>(
        "select max(sequence) as newest from audit_events",
      );
      known = Math.max(known, rows[0]?.newest ?? 0);
    } catch {
      return null;
    }
    return known >= sequence ? read : null;
  }

  return { having, close: () => hosts.close() };
}

type Query = (...given: unknown[]) => Promise<unknown>;

/** A copy that falls away, or that ends a query to keep up, costs nobody an answer. */
function withFallback(copy: Hosts["query"], primary: Hosts["query"]): Hosts["query"] {
  const answer = async (...given: unknown[]) => {
    try {
      return await (copy as Query)(...given);
    } catch (error) {
      if (!isConnectionTrouble(error) && !isToBeginAgain(error)) throw error;
      return (primary as Query)(...given);
    }
  };
  return answer as Hosts["query"];
}

/** Hears of the audit events of every process, by LISTEN. */
import { EventEmitter } from "node:events";
import type pg from "pg";
import type { Notice } from "../engine.ts";
import { pause, type Hosts } from "./connection.ts";

export type Listening = {
  listen: (heard: (notices: Notice[]) => void) => () => void;
  close: () => Promise<void>;
};

/** Listens from the first listener on, over a connection of its own that is made again when lost. */
export function openListening(connection: Hosts): Listening {
  const heard = new EventEmitter<{ notices: [Notice[]] }>();
  heard.setMaxListeners(0);
  let client: pg.PoolClient | null = null;
  let started = false;
  let closed = false;

  async function keepListening(): Promise<void> {
    while (!closed) {
      try {
        await listenUntilLost();
      } catch {
        // Looked for again below, as long as someone may be listening.
      }
      if (!closed) await pause(500);
    }
  }

  async function listenUntilLost(): Promise<void> {
    const made = await connection.acquire();
    client = made;
    try {
      await hear(made, (notices) => heard.emit("notices", notices));
    } finally {
      if (client === made) made.release(true);
      client = null;
    }
  }

  return {
    listen: (listener) => {
      heard.on("notices", listener);
      if (!started) void keepListening();
      started = true;
      return () => heard.off("notices", listener);
    },
    close: async () => {
      closed = true;
      client?.release(true);
      client = null;
      await connection.close();
    },
  };
}

/** Passes on what this connection is told, until it is lost. */
async function hear(client: pg.PoolClient, tell: (notices: Notice[]) => void): Promise<void> {
  const lost = new Promise<void>((resolve) => {
    client.once("error", () => resolve());
    client.once("end", () => resolve());
  });
  client.on("notification", ({ payload }) => {
    if (payload) tell([JSON.parse(payload) as Notice]);
  });
  await client.query("listen audit_events");
  // What happened since the last connection was lost, nobody told.
  tell([]);
  await lost;
}

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
    const lost = new Promise<void>((resolve) => {
      made.once("error", () => resolve());
      made.once("end", () => resolve());
    });
    made.on("notification", ({ payload }) => {
      if (payload) heard.emit("notices", [JSON.parse(payload) as Notice]);
    });
    try {
      await made.query("listen audit_events");
      // What happened since the last connection was lost, nobody told.
      heard.emit("notices", []);
      await lost;
    } finally {
      client = null;
      made.release(true);
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

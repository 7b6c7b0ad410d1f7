import type { Server } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as after } from "node:timers/promises";
import { log } from "./log.server.ts";

/** npm passes on the signal of a terminal that the process got already: that is not a second one. */
const sameSignalMs = 500;
const sweepMs = 50;

/**
 * Gives the way to close a server that is about to listen: it takes no new connections, lets the
 * requests under way finish, and closes what stays open after them. What is not finished in time is
 * broken off.
 */
export function closing(server: Server): (withinMs: number) => Promise<void> {
  const connections = new Set<Socket>();
  server.on("connection", (connection: Socket) => {
    connections.add(connection);
    connection.once("close", () => connections.delete(connection));
  });
  return (withinMs) => closed(server, connections, withinMs);
}

function closed(server: Server, connections: Set<Socket>, withinMs: number): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => {
      // One that was busy when the server closed would otherwise stay open for its next request.
      server.closeIdleConnections();
      // Browsers make connections ahead of a request; those do not count as idle.
      for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
    }, sweepMs);
    const force = setTimeout(() => {
      log().warn("requests under way are broken off");
      server.closeAllConnections();
    }, withinMs);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(force);
      resolve();
    });
  });
}

/** Stops at the first signal as it should, at the second at once. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let first: number | undefined;
  const onSignal = (signal: NodeJS.Signals) => {
    if (first === undefined) {
      first = performance.now();
      log().info({ signal }, "stopping");
      stop().then(leave, fail);
    } else if (performance.now() - first > sameSignalMs) {
      log().warn({ signal }, "stopping at once");
      process.exit(1);
    }
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
}

function leave(): void {
  log().info("stopped");
  process.exit(0);
}

/** After an error that nobody expected nothing is certain any more: whoever runs this starts it anew. */
export function stopOnUnexpectedErrors(): void {
  process.on("uncaughtException", fail);
}

function fail(error: unknown): never {
  log().fatal({ err: error }, "unexpected error: the process ends");
  process.exit(1);
}

export async function pause(ms: number): Promise<void> {
  if (ms > 0) await after(ms);
}

/** The web server: opens the database, serves the application, and stops as it should. */
import { createServer, type Server } from "node:http";
import { openDatabase, stopDatabase } from "#db";
import { startBackgroundWork } from "./server/background-work.server.ts";
import { destroyAgain } from "./server/destroyed-again.server.ts";
import { eventStreams, type EventStreams } from "./server/event-streams.server.ts";
import { watchHealth, type Health } from "./server/health.server.ts";
import { application } from "./server/http-application.server.ts";
import { longestRequestMs } from "./server/http-requests.server.ts";
import { assertLogHolds } from "./server/log-head.server.ts";
import { log } from "./server/log.server.ts";
import { isSetUp, issueSetUpCode } from "./server/set-up.server.ts";
import { settings, type Settings } from "./server/settings.server.ts";
import { closing, pause, stopOnSignals, stopOnUnexpectedErrors } from "./server/stopping.server.ts";

const oldestNode = [22, 18];

export type Running = { server: Server; address: string; stop: () => Promise<void> };

/** Opens the database and serves the application until `stop` is called. */
export async function serve(config: Settings = settings()): Promise<Running> {
  process.env.NODE_ENV ??= "production";
  await openDatabase(config.databaseUrl, config.database);
  await destroyAgain();
  await assertLogHolds().catch(async (error: unknown) => {
    await stopDatabase();
    throw error;
  });
  const health = watchHealth(config);
  const streams = eventStreams();
  const metrics = await metricsOf(config, { health, streams });
  const server = httpServer(
    await application(config, { health, streams, observe: metrics?.observe }),
  );
  const close = closing(server);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(config.port, config.host, resolve);
  });
  const background = await startBackgroundWork(config, { mailed: metrics?.mailed });
  const stop = async () => {
    health.leave();
    // Whoever watches `/readyz` sends no new requests before they are refused.
    await pause(config.stopDelayMs);
    streams.stop();
    await Promise.all([close(config.stopWithinMs), background.stop(config.stopWithinMs)]);
    await metrics?.stop();
    await stopDatabase();
  };
  return { server, address: config.origin, stop };
}

function httpServer(app: Awaited<ReturnType<typeof application>>): Server {
  const server = createServer({ connectionsCheckingInterval: 5000 }, app);
  server.headersTimeout = 20_000;
  // The body has a limit by its size, `limitBodyTime`: 60 seconds and more for an upload.
  server.requestTimeout = longestRequestMs;
  // Longer than proxies keep a connection, so that none sends a request into one that just closed.
  server.keepAliveTimeout = 75_000;
  return server;
}

/** Loaded only by who wants it. */
async function metricsOf(
  { metrics }: Settings,
  watched: { health: Health; streams: EventStreams },
) {
  if (!metrics) return undefined;
  const { serveMetrics } = await import("./server/metrics.server.ts");
  return serveMetrics(metrics, watched);
}

function assertNodeIsNewEnough() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new Error(
    `Maatwerkplaats needs Node ${oldestNode.join(".")} or newer; this is ${process.versions.node}. Start it with npm, which brings its own.`,
  );
}

async function main() {
  assertNodeIsNewEnough();
  stopOnUnexpectedErrors();
  const running = await serve();
  const code = (await isSetUp()) ? null : await issueSetUpCode();
  // From here on nothing of the start is under way any more that a stop would cut off.
  stopOnSignals(running.stop);
  log().info({ address: running.address, node: process.versions.node }, "started");
  process.stdout.write(`Maatwerkplaats: ${running.address}\n`);
  if (code === null) return;
  process.stdout.write(
    `\n  Eerste start / first start: ${running.address}/instellen\n  Code: ${code}\n\n`,
  );
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}

/** The web server: headers, limits and checks around the Remix application, and a clean stop. */
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import helmet from "helmet";
import type { ViteDevServer } from "vite";
import { openDatabase, stopDatabase } from "#db";
import { withIncidents } from "./server/incidents.server.ts";
import { log, loggedPath } from "./server/log.server.ts";
import { refusedStatus } from "./server/request-checks.server.ts";
import { isSetUp, issueSetUpCode } from "./server/set-up.server.ts";
import { settings, type Settings } from "./server/settings.server.ts";

const oldestNode = [22, 18];
const stopWithinMs = 10_000;

declare module "@remix-run/server-runtime" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions -- extends the one of Remix
  interface AppLoadContext {
    nonce: string;
    clientAddress: string;
    requestId: string;
  }
}

export type Running = { server: Server; address: string; stop: () => Promise<void> };

/** Opens the database and serves the application until `stop` is called. */
export async function serve(config: Settings = settings()): Promise<Running> {
  process.env.NODE_ENV ??= "production";
  openDatabase(config.databaseUrl);
  const app = await application(config);
  const server = await new Promise<Server>((resolve, reject) => {
    const listening = app.listen(config.port, config.host, () => resolve(listening));
    listening.once("error", reject);
  });
  server.requestTimeout = 60_000;
  server.headersTimeout = 20_000;
  const stop = async () => {
    await closed(server);
    await stopDatabase();
  };
  return { server, address: config.origin, stop };
}

async function application(config: Settings) {
  const app = express();
  app.disable("x-powered-by");
  app.use(identify, logRequest, nonceAndHeaders(config), compression());
  const vite = config.mode === "development" ? await developmentServer(config.port) : null;
  if (vite) app.use(vite.middlewares);
  else {
    app.use(
      "/assets",
      express.static("build/client/assets", { immutable: true, maxAge: "1y", fallthrough: false }),
    );
    app.use(onlyFiles(express.static("build/client", { maxAge: "1h", index: false })));
  }
  app.use(refuse(config));
  const handler = createRequestHandler({
    build: vite
      ? async () =>
          withIncidents((await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild)
      : withIncidents(await productionBuild()),
    mode: config.mode === "development" ? "development" : "production",
    getLoadContext: (request, response) => ({
      nonce: response.locals.nonce as string,
      clientAddress: request.ip ?? "",
      requestId: response.locals.requestId as string,
    }),
  });
  app.all("*", (request, response, next) => void handler(request, response, next));
  app.use(unreachableAsset);
  return app;
}

/** Spares every page a look on disk for a file of that name. */
function onlyFiles(serveFile: express.Handler): express.Handler {
  return (request, response, next) => {
    const isFile = /\.[a-z0-9]{2,12}$/.test(request.path) && !request.path.endsWith(".data");
    if (isFile) serveFile(request, response, next);
    else next();
  };
}

async function productionBuild(): Promise<ServerBuild> {
  const file = new URL("../build/server/index.js", import.meta.url);
  if (!existsSync(file))
    throw new Error("The application is not built yet: run npm run build first.");
  return (await import(file.href)) as ServerBuild;
}

async function developmentServer(port: number): Promise<ViteDevServer> {
  const { createServer } = await import("vite");
  return createServer({
    // Its own cache and socket, so that several can run at once.
    cacheDir: `node_modules/.vite/${port}`,
    server: { middlewareMode: true, hmr: { port: port + 20_000 } },
  });
}

function identify(_request: Request, response: Response, next: NextFunction) {
  response.locals.requestId = randomUUID();
  response.locals.nonce = randomBytes(16).toString("base64");
  response.setHeader("X-Request-Id", response.locals.requestId as string);
  next();
}

/** One line per request: the path without its query, which may hold what people searched for. */
function logRequest(request: Request, response: Response, next: NextFunction) {
  const started = performance.now();
  response.on("finish", () => {
    log().info({
      requestId: response.locals.requestId as string,
      method: request.method,
      path: loggedPath(request.originalUrl),
      status: response.statusCode,
      ms: Math.round(performance.now() - started),
    });
  });
  next();
}

function nonceAndHeaders(config: Settings) {
  const development = config.mode === "development";
  const secure = config.origin.startsWith("https:");
  const nonce = (_request: unknown, response: unknown) =>
    `'nonce-${(response as Response).locals.nonce as string}'`;
  return helmet({
    referrerPolicy: { policy: "same-origin" },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
    frameguard: { action: "deny" },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: development ? ["'self'", "'unsafe-inline'"] : ["'self'"],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: development ? ["'self'", "ws:"] : ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        ...(secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
  });
}

/** A refused request becomes the page that explains it; its body is not read. */
function refuse(config: Settings) {
  return (request: Request, response: Response, next: NextFunction) => {
    const status = refusedStatus(request, config.origin);
    if (status !== null) {
      const asData = request.path.endsWith(".data") ? ".data" : "";
      response.setHeader("Connection", "close");
      request.method = "GET";
      request.url = `/fout/${status}${asData}`;
      request.originalUrl = request.url;
    } else if (!request.path.startsWith("/assets/")) {
      response.setHeader("Cache-Control", "no-store");
    }
    next();
  };
}

function unreachableAsset(
  error: unknown,
  _request: Request,
  response: Response,
  next: NextFunction,
) {
  if (response.headersSent) return next(error);
  const status = (error as { status?: number }).status ?? 500;
  if (status >= 500) log().error({ err: error }, "request failed");
  response
    .status(status)
    .type("text/plain")
    .send(status === 404 ? "Not found" : "Error");
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), stopWithinMs);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
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
  const running = await serve();
  process.stdout.write(`Maatwerkplaats: ${running.address}\n`);
  if (!(await isSetUp())) {
    const code = await issueSetUpCode();
    process.stdout.write(
      `\n  Eerste start / first start: ${running.address}/instellen\n  Code: ${code}\n\n`,
    );
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      void running.stop().then(() => process.exit(0));
    });
  }
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}

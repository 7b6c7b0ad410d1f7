/** The express application: what is served, and in which order a request meets what. */
import { existsSync } from "node:fs";
import { createRequestHandler } from "@remix-run/express";
import type { AppLoadContext, ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import type { ViteDevServer } from "vite";
import type { EventStreams } from "./event-streams.server.ts";
import { healthPages, type Health } from "./health.server.ts";
import { expiry } from "./http-context.server.ts";
import { secretAddressHeaders, securityHeaders } from "./http-headers.server.ts";
import {
  identify,
  limitBodyTime,
  refuse,
  sayWhenToRetry,
  watchRequests,
} from "./http-requests.server.ts";
import { withIncidents } from "./incidents.server.ts";
import { log } from "./log.server.ts";
import type { Observe } from "./metrics.server.ts";
import type { Settings } from "./settings.server.ts";

type Parts = { health: Health; streams: EventStreams; observe?: Observe | undefined };

export async function application(config: Settings, { health, streams, observe }: Parts) {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", config.trustedProxy);
  app.use(healthPages(health, config), identify, watchRequests(observe));
  app.use(sayWhenToRetry, securityHeaders(config));
  app.use("/vragen", secretAddressHeaders);
  // Before compression, which holds back what is short.
  app.get("/zittingen/:sessionId/gebeurtenissen", streams.serve);
  app.use(compression());
  const vite = config.mode === "development" ? await developmentServer(config.port) : null;
  if (vite) app.use(vite.middlewares);
  else serveFiles(app);
  app.use(refuse(config), limitBodyTime);
  const handler = createRequestHandler({
    build: vite
      ? async () =>
          withIncidents((await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild)
      : withIncidents(await productionBuild()),
    mode: config.mode === "development" ? "development" : "production",
    getLoadContext: (request, response) => contextOf(request, response, config.requestTimeoutMs),
  });
  app.all("*", (request, response, next) => void handler(request, response, next));
  app.use(afterError);
  return app;
}

function contextOf(request: Request, response: Response, limitMs: number): AppLoadContext {
  const context: AppLoadContext = {
    nonce: response.locals.nonce as string,
    clientAddress: request.ip ?? "",
    requestId: response.locals.requestId as string,
    expired: expiry(request, response, limitMs),
  };
  response.locals.context = context;
  return context;
}

function serveFiles(app: express.Express): void {
  app.use(
    "/assets",
    express.static("build/client/assets", { immutable: true, maxAge: "1y", fallthrough: false }),
  );
  app.use(onlyFiles(express.static("build/client", { maxAge: "1h", index: false })));
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
  const file = new URL("../../build/server/index.js", import.meta.url);
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

/** What no page can tell: a file that is not there, or an answer that broke off. */
function afterError(error: unknown, _request: Request, response: Response, _next: NextFunction) {
  const status = (error as { status?: number }).status ?? 500;
  const requestId = response.locals.requestId as string;
  if (status >= 500) log().error({ requestId, err: error }, "request failed");
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .status(status)
    .type("text/plain")
    .send(status === 404 ? "Not found" : "Error");
}

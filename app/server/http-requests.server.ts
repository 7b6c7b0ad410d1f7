/** What happens to every request before it reaches a route: a name, a line in the log, limits. */
import { randomBytes, randomUUID } from "node:crypto";
import type { AppLoadContext } from "@remix-run/node";
import type { NextFunction, Request, Response } from "express";
import { log, loggedPath } from "./log.server.ts";
import type { Observe } from "./metrics.server.ts";
import { bodyLimit, refusedStatus } from "./request-checks.server.ts";
import type { Settings } from "./settings.server.ts";

const retryAfterSeconds = 5;
const bodyTimeMs = 60_000;
/** The slowest line on which an upload still gets through: 256 kbit/s. */
const bytesPerMs = 32_768 / 1000;

/** How long a body of this size may take to arrive. */
export function bodyTime(bytes: number): number {
  return bodyTimeMs + bytes / bytesPerMs;
}

/** No request may take longer to arrive than the largest that is allowed, on the slowest line. */
export const longestRequestMs = Math.ceil(bodyTime(bodyLimit));

type TrustsAddress = (address: string | undefined, hop: number) => boolean;

/** Only a proxy that is trusted may have named the request already. */
function givenRequestId(request: Request): string | undefined {
  const given = request.get("x-request-id");
  if (given === undefined || !/^[\w.-]{8,64}$/.test(given)) return undefined;
  const trusts = request.app.get("trust proxy fn") as TrustsAddress;
  return trusts(request.socket.remoteAddress, 0) ? given : undefined;
}

export function identify(request: Request, response: Response, next: NextFunction) {
  const requestId = givenRequestId(request) ?? randomUUID();
  response.locals.requestId = requestId;
  response.locals.nonce = randomBytes(16).toString("base64");
  response.setHeader("X-Request-Id", requestId);
  // The public address is a setting; only the address of the visitor comes from the proxy.
  delete request.headers["x-forwarded-host"];
  delete request.headers["x-forwarded-proto"];
  next();
}

/** One line per request: the path without its query, which may hold what people searched for. */
export function watchRequests(observe: Observe | undefined) {
  return (request: Request, response: Response, next: NextFunction) => {
    const started = performance.now();
    // Kept now: a refused request goes on as another one.
    const { method, originalUrl } = request;
    response.once("close", () => {
      const ms = performance.now() - started;
      const status = response.statusCode;
      const aborted = !response.writableFinished;
      const { requestId, context, isStream } = response.locals as Locals;
      log().info({
        requestId,
        method,
        path: loggedPath(originalUrl),
        status,
        ms: Math.round(ms),
        ...(aborted ? { aborted } : {}),
      });
      // Open for hours, a stream says nothing about how fast the server answers.
      if (isStream) return;
      observe?.({ method, route: context?.route ?? "other", status, aborted, seconds: ms / 1000 });
    });
    next();
  };
}

type Locals = { requestId: string; context?: AppLoadContext; isStream?: boolean };

/** Who is told "not now" hears when to come back, whatever part of the server says it. */
export function sayWhenToRetry(_request: Request, response: Response, next: NextFunction) {
  const writeHead = response.writeHead.bind(response) as (...rest: unknown[]) => Response;
  response.writeHead = ((...rest: unknown[]) => {
    const status = typeof rest[0] === "number" ? rest[0] : response.statusCode;
    if (status === 503) response.setHeader("Retry-After", retryAfterSeconds);
    return writeHead(...rest);
  }) as typeof response.writeHead;
  next();
}

/** Breaks off a body that comes in too slowly for its size. */
export function limitBodyTime(request: Request, response: Response, next: NextFunction) {
  const bytes = Number(request.headers["content-length"] ?? 0);
  if (bytes > 0) {
    const timer = setTimeout(() => {
      if (request.complete) return;
      if (!response.headersSent) response.writeHead(408, { Connection: "close" }).end();
      request.socket.destroySoon();
    }, bodyTime(bytes));
    const stop = () => clearTimeout(timer);
    request.once("end", stop);
    response.once("close", stop);
  }
  next();
}

/** A refused request becomes the page that explains it; its body is not read. */
export function refuse(config: Settings) {
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

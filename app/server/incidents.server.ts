import { randomBytes } from "node:crypto";
import { log, loggedPath } from "./log.server.ts";

/** Logs a bug and gives the number under which people can report it. */
export function reportError(error: unknown, request: Request): string {
  const incident = randomBytes(5).toString("hex");
  const { pathname } = new URL(request.url);
  const path = loggedPath(pathname);
  log().error({ incident, method: request.method, path, err: error }, "unexpected error");
  return incident;
}

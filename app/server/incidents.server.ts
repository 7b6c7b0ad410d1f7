import { data, type ServerBuild } from "@remix-run/node";
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

type Handler = (args: { request: Request }) => unknown;

/**
 * The build with every loader and action watched: a bug becomes a logged incident and an answer
 * that carries its number, also where a page is loaded in the background.
 */
export function withIncidents(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route] as const;
    const { loader, action } = route.module;
    const watchedModule = {
      ...route.module,
      ...(loader ? { loader: watched(loader as Handler) } : {}),
      ...(action ? { action: watched(action as Handler) } : {}),
    };
    return [id, { ...route, module: watchedModule }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function watched(handler: Handler): Handler {
  return async (args) => {
    try {
      return await handler(args);
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const incident = reportError(error, args.request);
      throw data({ code: "unexpected", incident }, 500);
    }
  };
}

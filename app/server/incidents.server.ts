import { data, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import { randomBytes } from "node:crypto";
import { storageTrouble } from "#db";
import { isDomainError, isStorageTrouble, type DomainError } from "#app/domain/domain-error.ts";
import { statusOfError } from "./error-codes.server.ts";
import { readTypedValues } from "./forms.server.ts";
import { log, loggedPath } from "./log.server.ts";
import { typedValuesOf } from "./typed-values.server.ts";

/** Logs a bug and gives the number under which people can report it. */
export function reportError(error: unknown, request: Request, context?: AppLoadContext): string {
  const incident = randomBytes(5).toString("hex");
  log().error({ incident, ...factsOf(request, context), err: error }, "unexpected error");
  return incident;
}

function factsOf(request: Request, context?: AppLoadContext) {
  const path = loggedPath(new URL(request.url).pathname);
  return { requestId: context?.requestId, method: request.method, path };
}

type Args = { request: Request; context: AppLoadContext };
type Handler = (args: Args) => unknown;

/**
 * The build with every loader and action watched: a bug becomes a logged incident and an answer
 * that carries its number, also where a page is loaded in the background. A storage that cannot
 * do its work, and an answer that takes too long, become a page that says so.
 */
export function withIncidents(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route] as const;
    const { loader, action } = route.module;
    const pattern = route.id === "root" ? undefined : `/${route.path ?? ""}`;
    const watch = (handler: unknown) => watched(handler as Handler, pattern);
    const watchedModule = {
      ...route.module,
      ...(loader ? { loader: watch(loader) } : {}),
      ...(action ? { action: watch(action) } : {}),
    };
    return [id, { ...route, module: watchedModule }] as const;
  });
  return { ...build, routes: Object.fromEntries(routes) as ServerBuild["routes"] };
}

function watched(handler: Handler, pattern: string | undefined): Handler {
  return async (args) => {
    if (pattern !== undefined) args.context.route = pattern;
    try {
      const answer = await inTime(handler, args);
      // The form is shown again by loaders, which the same trouble may hit.
      if (isUnavailable(answer)) keepTyped(args.context, typedValuesOf(args.request));
      return answer;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const trouble = isPassing(error) ? error : storageTrouble(error);
      if (trouble) throw await unavailable(trouble, args);
      const incident = reportError(error, args.request, args.context);
      throw data({ code: "unexpected", incident }, 500);
    }
  };
}

/** What the handler gives, or `request_timeout` when that takes too long. It then goes on by itself. */
async function inTime(handler: Handler, args: Args): Promise<unknown> {
  const answer = (async () => handler(args))();
  try {
    return await Promise.race([answer, args.context.expired]);
  } catch (error) {
    if (isTimeout(error)) {
      answer.catch((late: unknown) => {
        if (late instanceof Error) reportError(late, args.request, args.context);
      });
    }
    throw error;
  }
}

function isTimeout(error: unknown): error is DomainError {
  return isDomainError(error) && error.code === "request_timeout";
}

/** Not a bug, and over by itself or after some help: the same request can be made again. */
function isPassing(error: Error): error is DomainError {
  return isStorageTrouble(error) || isTimeout(error);
}

async function unavailable({ code }: DomainError, { request, context }: Args) {
  log().warn({ code, ...factsOf(request, context) }, "could not answer");
  keepTyped(context, typedValuesOf(request) ?? (await readTypedValues(request)));
  return data({ code, typed: context.typed }, statusOfError(code));
}

function keepTyped(context: AppLoadContext, typed: AppLoadContext["typed"]): void {
  if (typed) context.typed = typed;
}

function isUnavailable(answer: unknown): boolean {
  if (typeof answer !== "object" || answer === null || !("init" in answer)) return false;
  const { init } = answer as { init: ResponseInit | null };
  return (init?.status ?? 200) >= 500;
}

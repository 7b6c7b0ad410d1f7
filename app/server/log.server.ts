import { pino, type Logger } from "pino";
import { settings } from "./settings.server.ts";

let logger: Logger | undefined;

/** JSON lines without personal data: no query strings, no bodies, no names. */
export function log(): Logger {
  logger ??= pino({ level: settings().logLevel, serializers: { err: loggedError } });
  return logger;
}

/**
 * The path to write in a log: without its query, the secret of a one-time link, and what people put
 * in an address themselves.
 */
export function loggedPath(path: string): string {
  const [bare = ""] = path.split("?");
  return bare
    .replace(/^(\/(?:wachtwoord|meedoen|vragen)\/).+/, "$1...")
    .replaceAll(/[^/]*(?:@|%40|(?<![\da-f-])\d{8,9}(?![\da-f-]))[^/]*/gi, "...");
}

type LoggedError = {
  type: string;
  message: string;
  code?: string;
  stack?: string[];
  cause?: LoggedError;
};

const deepestCause = 4;

/**
 * What a log keeps of an error. The rest of it may be what people typed: drivers put the values of
 * a query in their message and in properties, and the first lines of a stack repeat the message.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an error" };
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(typeof code === "string" ? { code } : {}),
    stack: frames.map((line) => line.trim()),
    ...(cause instanceof Error && depth < deepestCause
      ? { cause: loggedError(cause, depth + 1) }
      : {}),
  };
}

function withoutValues(message: string): string {
  const [beforeParameters = ""] = message.split(/\nparams:/);
  return beforeParameters
    .replaceAll(/"[^]*"/g, '"..."')
    .replaceAll(/\S+@\S+/g, "...")
    .replaceAll(/\d{6,}/g, "...")
    .slice(0, 500);
}

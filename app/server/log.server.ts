import { pino, type Logger } from "pino";
import { settings } from "./settings.server.ts";

let logger: Logger | undefined;

/** JSON lines without personal data: no query strings, no bodies, no names. */
export function log(): Logger {
  logger ??= pino({ level: settings().logLevel });
  return logger;
}

/** The path to write in a log: without its query, and without the secret of a one-time link. */
export function loggedPath(path: string): string {
  const [bare = ""] = path.split("?");
  return bare.replace(/^(\/wachtwoord\/).+/, "$1...");
}

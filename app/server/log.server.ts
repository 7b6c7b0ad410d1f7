import { pino, type Logger } from "pino";
import { settings } from "./settings.server.ts";

let logger: Logger | undefined;

/** JSON lines without personal data: no query strings, no bodies, no names. */
export function log(): Logger {
  logger ??= pino({ level: settings().logLevel });
  return logger;
}

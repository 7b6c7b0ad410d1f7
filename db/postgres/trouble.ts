import type { StorageTrouble } from "../engine.ts";
import { rootCause } from "../root-cause.ts";

/** Two changes met in a way that one of them has to begin again. */
const againCodes = ["40001", "40P01"];

/** The server went away, is going away, is starting up, or does not take changes (any more). */
const lostCodes = ["57P01", "57P02", "57P03", "25006", "08000", "08001", "08003", "08004", "08006"];
const lostErrors = [
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
  "ENOTFOUND",
  "EAI_AGAIN",
];
/** The driver's own words, where it gives no code. */
const lostWords =
  /Connection terminated|Query read timeout|Client has encountered a connection error|not queryable/i;
/** All connections of this process are in use, and stay so. */
const noneFree = /timeout exceeded when trying to connect/i;

export function isConnectionTrouble(error: unknown): boolean {
  const { code, message } = rootCause(error);
  if (code !== undefined && (lostCodes.includes(code) || lostErrors.includes(code))) return true;
  // No socket where there should be one; any other file that is missing is a bug.
  if (code === "ENOENT") return message.startsWith("connect ");
  return lostWords.test(message);
}

export function isToBeginAgain(error: unknown): boolean {
  return againCodes.includes(rootCause(error).code ?? "");
}

export function trouble(error: unknown): StorageTrouble | null {
  const { code = "", message } = rootCause(error);
  if (code === "53100") return "storage_full";
  // Out of memory, too many connections, a lock or an answer that did not come in time.
  if (["53200", "53300", "55P03", "57014", ...againCodes].includes(code)) return "storage_busy";
  if (noneFree.test(message)) return "storage_busy";
  return isConnectionTrouble(error) ? "storage_unavailable" : null;
}

import { DomainError } from "./domain-error.ts";

/**
 * JSON in the one way of RFC 8785 (JSON Canonicalization Scheme): no white space, keys in the order of their UTF-16
 * code units, numbers as ECMAScript writes them. What has no value (undefined, a function) is left out of an object
 * and null elsewhere; `toJSON` is asked, both as JSON.stringify does.
 * @throws DomainError `json_number` (NaN, Infinity), `json_text` (half of a surrogate pair) or `json_value` (BigInt);
 *   `details.path` tells where.
 */
export function canonicalJson(value: unknown): string {
  if (isInOrder(value)) {
    const text = JSON.stringify(value);
    // Only JSON.stringify writes half of a surrogate pair, and it does so like this.
    if (!/\\ud[89a-f]/.test(text)) return text;
  }
  return written(value) ?? "null";
}

/** Whether JSON.stringify writes just what RFC 8785 asks, in half the time: all keys are in order as they are. */
function isInOrder(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string" || typeof value === "boolean" || value === null) return true;
  if (typeof value !== "object" || "toJSON" in value) return false;
  if (Array.isArray(value)) return value.every(isInOrder);
  let last: string | undefined;
  for (const key in value) {
    if (last !== undefined && key <= last) return false;
    if (!isInOrder((value as Record<string, unknown>)[key])) return false;
    last = key;
  }
  return true;
}

function written(given: unknown): string | undefined {
  const value = hasToJson(given) ? given.toJSON() : given;
  switch (typeof value) {
    case "string":
      return writtenText(value);
    case "number":
      if (!Number.isFinite(value)) throw new DomainError("json_number", { path: "" });
      return JSON.stringify(value);
    case "boolean":
      return value ? "true" : "false";
    case "bigint":
      throw new DomainError("json_value", { path: "" });
    case "object":
      if (value === null) return "null";
      return Array.isArray(value) ? writtenList(value) : writtenObject(value);
    default:
      return undefined;
  }
}

function hasToJson(value: unknown): value is { toJSON: () => unknown } {
  return (
    typeof value === "object" &&
    value !== null &&
    "toJSON" in value &&
    typeof value.toJSON === "function"
  );
}

/** ASCII without what must be escaped: most texts there are. */
const plain = /^[ !#-[\]-~]*$/;

function writtenText(text: string): string {
  if (plain.test(text)) return `"${text}"`;
  // The first look is quick and says no of nearly every text; Cs matches only a surrogate without its other half.
  if (/[\ud800-\udfff]/.test(text) && /\p{Cs}/u.test(text))
    throw new DomainError("json_text", { path: "" });
  return JSON.stringify(text);
}

function writtenList(list: readonly unknown[]): string {
  let text = "";
  for (let place = 0; place < list.length; place += 1) {
    text += `${place === 0 ? "" : ","}${writtenAt(list[place], place) ?? "null"}`;
  }
  return `[${text}]`;
}

function writtenObject(value: object): string {
  let text = "";
  for (const key of Object.keys(value).sort()) {
    const field = writtenAt((value as Record<string, unknown>)[key], key);
    if (field !== undefined) text += `${text === "" ? "" : ","}${writtenText(key)}:${field}`;
  }
  return `{${text}}`;
}

/** The place of what cannot be written is put together on the way back: it is seldom needed. */
function writtenAt(value: unknown, place: string | number): string | undefined {
  try {
    return written(value);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.code, { path: `/${place}${String(error.details.path)}` });
  }
}

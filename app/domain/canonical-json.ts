import { DomainError } from "./domain-error.ts";

/**
 * JSON in the one way of RFC 8785 (JSON Canonicalization Scheme): no white space, keys in the order of their UTF-16
 * code units, numbers as ECMAScript writes them. What has no value (undefined, a function) is left out of an object
 * and null elsewhere; `toJSON` is asked, both as JSON.stringify does.
 * @throws DomainError `json_number` (NaN, Infinity), `json_text` (half of a surrogate pair) or `json_value` (BigInt);
 *   `details.path` tells where.
 */
export function canonicalJson(value: unknown): string {
  return written(value) ?? "null";
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

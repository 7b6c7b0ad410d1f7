import { DomainError } from "./domain-error.ts";

/**
 * JSON in the one way of RFC 8785 (JSON Canonicalization Scheme): no white space, keys in the order of their UTF-16
 * code units, numbers as ECMAScript writes them. What has no value (undefined, a function) is left out of an object
 * and null elsewhere; `toJSON` is asked, both as JSON.stringify does.
 * @throws DomainError `json_number` (NaN, Infinity), `json_text` (half of a surrogate pair) or `json_value` (BigInt);
 *   `details.path` tells where.
 */
export function canonicalJson(value: unknown): string {
  return written(value, "") ?? "null";
}

function written(given: unknown, path: string): string | undefined {
  const value = hasToJson(given) ? given.toJSON() : given;
  switch (typeof value) {
    case "string":
      return writtenText(value, path);
    case "number":
      if (!Number.isFinite(value)) throw new DomainError("json_number", { path });
      return JSON.stringify(value);
    case "boolean":
      return String(value);
    case "bigint":
      throw new DomainError("json_value", { path });
    case "object":
      return value === null ? "null" : writtenObject(value, path);
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

function writtenText(text: string, path: string): string {
  // Cs matches only a surrogate without its other half.
  if (/\p{Cs}/u.test(text)) throw new DomainError("json_text", { path });
  return JSON.stringify(text);
}

function writtenObject(value: object, path: string): string {
  if (Array.isArray(value)) {
    const items = Array.from(value, (item, index) => written(item, `${path}/${index}`) ?? "null");
    return `[${items.join(",")}]`;
  }
  const fields: string[] = [];
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, field] of entries) {
    const text = written(field, `${path}/${key}`);
    if (text !== undefined) fields.push(`${writtenText(key, path)}:${text}`);
  }
  return `{${fields.join(",")}}`;
}

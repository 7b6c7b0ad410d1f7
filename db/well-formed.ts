/**
 * The same value without halves of surrogate pairs: a browser can send them, and they have no UTF-8.
 * What has none is given back as it is.
 */
export function wellFormed(value: unknown): unknown {
  if (typeof value === "string") return withoutHalves(value);
  if (Array.isArray(value)) return value.map(wellFormed);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [withoutHalves(key), wellFormed(entry)]),
  );
}

function withoutHalves(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

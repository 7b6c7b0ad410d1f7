import { toHex, utf8, type Sha256 } from "./bytes.ts";
import { canonicalJson } from "./canonical-json.ts";
import { DomainError, nullWhenBroken } from "./domain-error.ts";
import { placeIn } from "./json-differences.ts";

/** The first line of a manifest: never that of a checkpoint, which is the name of the log alone. */
function manifestTitle(origin: string): string {
  return `${origin}/besluitdossier@v1`;
}

/** SHA-256 in hex by name. */
export type FileHashes = Record<string, string>;

/** Every file of a package but the manifest itself, with its hash. */
export function fileHashes(files: Record<string, Uint8Array>, sha256: Sha256): FileHashes {
  const names = Object.keys(files).filter((name) => name !== "manifest.txt");
  return Object.fromEntries(
    names.sort().map((name) => [name, toHex(sha256(files[name] ?? new Uint8Array()))]),
  );
}

/**
 * The text that the key of the log signs over the files that are handed out together. It binds the PDF, which is not in
 * the log, to the dossier that is.
 */
export function manifestText(origin: string, hashes: FileHashes): string {
  const lines = Object.entries(hashes).map(([name, hash]) => `${hash}  ${name}`);
  return `${[manifestTitle(origin), ...lines].join("\n")}\n`;
}

/** The hashes in a manifest of this log. @throws DomainError `manifest`. */
export function parseManifest(text: string, origin: string): FileHashes {
  const [title, ...lines] = text.split("\n");
  if (title !== manifestTitle(origin) || lines.pop() !== "") throw new DomainError("manifest");
  const entries = lines.map((line) => {
    const [, hash, name] = /^([0-9a-f]{64}) {2}([A-Za-z][\w.-]{0,60})$/.exec(line) ?? [];
    if (hash === undefined || name === undefined) throw new DomainError("manifest");
    return [name, hash] as const;
  });
  if (new Set(entries.map(([name]) => name)).size !== entries.length) {
    throw new DomainError("manifest");
  }
  return Object.fromEntries(entries);
}

/** A few hexadecimal digits of a hash, by place. They help to find what was changed; the log proves that it was. */
export type Places = Record<string, string>;

const depth = 3;
const digits = 6;

/** Every place of a value down to three steps, such as `ratings[17].value`. */
export function placesOf(value: unknown, sha256: Sha256): Places {
  const places: Places = {};
  const visit = (inside: unknown, place: string, steps: number) => {
    if (steps < depth && typeof inside === "object" && inside !== null) {
      const isList = Array.isArray(inside);
      for (const [name, field] of Object.entries(inside)) {
        visit(field, placeIn(place, isList ? Number(name) : name), steps + 1);
      }
      return;
    }
    const hash = toHex(sha256(utf8(canonicalJson(inside))));
    places[place] = hash.slice(0, digits);
  };
  visit(value, "", 0);
  return places;
}

/** The places in a text of places, or null when it is none. */
export function parsePlaces(text: string): Places | null {
  const parsed: unknown = nullWhenBroken(() => parsedJson(text));
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) return null;
  const entries = Object.entries(parsed);
  return entries.every(([, hash]) => typeof hash === "string") ? Object.fromEntries(entries) : null;
}

/** The places that are other, gone or new, in order. */
export function changedPlaces(kept: Places, now: Places): string[] {
  const all = [...new Set([...Object.keys(kept), ...Object.keys(now)])];
  return all.filter((place) => kept[place] !== now[place]);
}

/** @throws DomainError `json`. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new DomainError("json");
  }
}

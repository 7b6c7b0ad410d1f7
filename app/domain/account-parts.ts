/**
 * Small records that only some cases have, in columns of numbers: each names the next one of its case, and places that
 * came free are used again.
 */
export type Parts<Name extends string> = {
  columns: Record<Name, Float64Array | Float32Array | Uint16Array | Uint8Array>;
  /** The next record of the same case, or -1. */
  next: Int32Array;
  size: number;
  /** The first record that came free, or -1. */
  free: number;
};

type Made = Float64Array | Float32Array | Uint16Array | Uint8Array;

export function createParts<Name extends string>(columns: Record<Name, Made>): Parts<Name> {
  return { columns, next: new Int32Array(0), size: 0, free: -1 };
}

/** Adds a record before the one that was first; gives its place. */
export function addPart<Name extends string>(
  parts: Parts<Name>,
  first: number,
  values: Record<Name, number>,
): number {
  const place = takePlace(parts);
  for (const name of Object.keys(values) as Name[]) parts.columns[name][place] = values[name];
  parts.next[place] = first;
  return place;
}

function takePlace<Name extends string>(parts: Parts<Name>): number {
  const place = parts.free;
  if (place >= 0) {
    parts.free = parts.next[place] ?? -1;
    return place;
  }
  if (parts.size === parts.next.length) growParts(parts);
  parts.size += 1;
  return parts.size - 1;
}

function growParts<Name extends string>(parts: Parts<Name>): void {
  const length = grownLength(parts.size);
  parts.next = grown(parts.next, length);
  for (const name of Object.keys(parts.columns) as Name[]) {
    parts.columns[name] = grown(parts.columns[name], length);
  }
}

/** Room for a quarter more, so that little is copied and little lies empty. */
export function grownLength(size: number): number {
  return Math.max(64, Math.ceil(size * 1.25));
}

type Column = Made | Int32Array | Uint32Array;

/** The same numbers in a longer column. */
export function grown<C extends Column>(column: C, length: number): C {
  const longer = new (column.constructor as new (length: number) => C)(length);
  longer.set(column);
  return longer;
}

/** Frees all records of a case, from its first one on. */
export function removeParts<Name extends string>(parts: Parts<Name>, first: number): void {
  for (let place = first; place >= 0;) {
    const next = parts.next[place] ?? -1;
    parts.next[place] = parts.free;
    parts.free = place;
    place = next;
  }
}

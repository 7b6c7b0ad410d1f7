const endRecord = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const entryRecord = 0x02014b50;
const mostEntries = 5000;

/**
 * The names in the central directory of a zip, read without unpacking anything. Null when the bytes
 * do not end in a whole directory of which every name is a plain path inside the package.
 */
export function zipEntries(bytes: Buffer): string[] | null {
  const end = endOfDirectory(bytes);
  if (end === null) return null;
  const count = bytes.readUInt16LE(end + 10);
  const start = bytes.readUInt32LE(end + 16);
  const size = bytes.readUInt32LE(end + 12);
  if (count === 0 || count > mostEntries || start + size !== end) return null;
  const names: string[] = [];
  let place = start;
  for (let entry = 0; entry < count; entry += 1) {
    if (place + 46 > end || bytes.readUInt32LE(place) !== entryRecord) return null;
    const length = bytes.readUInt16LE(place + 28);
    const name = bytes.toString("utf8", place + 46, place + 46 + length);
    if (!isPlainPath(name)) return null;
    names.push(name);
    place += 46 + length + bytes.readUInt16LE(place + 30) + bytes.readUInt16LE(place + 32);
  }
  return place === end && new Set(names).size === names.length ? names : null;
}

/** Whether unzippers, which forgive much, could take the bytes for a zip. */
export function endsAsZip(bytes: Buffer): boolean {
  return endOfDirectory(bytes) !== null;
}

/** Where the end record stands whose comment fills exactly the rest of the file. */
function endOfDirectory(bytes: Buffer): number | null {
  const earliest = Math.max(0, bytes.length - 22 - 0xffff);
  let place = bytes.lastIndexOf(endRecord);
  while (place >= earliest && place >= 0) {
    const whole = place + 22 <= bytes.length;
    if (whole && place + 22 + bytes.readUInt16LE(place + 20) === bytes.length) return place;
    if (place === 0) return null;
    place = bytes.lastIndexOf(endRecord, place - 1);
  }
  return null;
}

function isPlainPath(name: string): boolean {
  return name !== "" && !name.startsWith("/") && !/(^|\/)\.\.(\/|$)|[\\\u0000:]/.test(name);
}

/** Words that stand nowhere else, and looking for them in the bytes of files. */
import { randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const letters = "bcdfghjklmnpqrstvwxz";
const markLength = 24;
/** Packing and splitting leave at least so much of a mark in one piece. */
const pieceLength = 8;

/** Makes marks and remembers what each stands for. */
export function marking() {
  const marks = new Map<string, string>();
  const mark = (what: string) => {
    const made = Array.from({ length: markLength }, () => letters[randomInt(letters.length)]).join(
      "",
    );
    marks.set(made, what);
    return made;
  };
  return { mark, marks };
}

export type Marks = ReadonlyMap<string, string>;

/** Of every mark that stands in one of these files or folders, what it stands for and where. */
export function foundIn(paths: string[], marks: Marks): Map<string, string> {
  const pieces = piecesOf(marks);
  const firsts = new Uint8Array(1 << 24);
  for (const piece of pieces.keys()) firsts[firstThree(Buffer.from(piece, "latin1"), 0)] = 1;
  const found = new Map<string, string>();
  for (const path of paths.flatMap(filesUnder)) {
    const bytes = bytesOf(path);
    for (let at = 0; at + pieceLength <= bytes.length; at += 1) {
      if (firsts[firstThree(bytes, at)] !== 1) continue;
      const what =
        pieces.get(bytes.toString("latin1", at, at + pieceLength)) ??
        pieces.get(bytes.toString("latin1", at, at + 2 * pieceLength));
      if (what !== undefined) found.set(what, path);
    }
  }
  return found;
}

function firstThree(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
}

/** As it is, in UTF-16, and in base64 wherever it begins. */
function piecesOf(marks: Marks): Map<string, string> {
  const pieces = new Map<string, string>();
  for (const [mark, what] of marks) {
    for (let at = 0; at + pieceLength <= mark.length; at += 1) {
      const piece = mark.slice(at, at + pieceLength);
      pieces.set(piece, what);
      pieces.set(Buffer.from(piece, "utf16le").toString("latin1"), `${what} (UTF-16)`);
    }
    for (const before of [0, 1, 2]) {
      const text = Buffer.from("-".repeat(before) + mark).toString("base64");
      for (let at = 4; at + pieceLength <= text.length - 4; at += 1) {
        pieces.set(text.slice(at, at + pieceLength), `${what} (base64)`);
      }
    }
  }
  return pieces;
}

/** Nothing for a file that was taken away meanwhile: other tests work on the same database server. */
function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT")
      return Buffer.alloc(0);
    throw error;
  }
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  const found = statSync(path);
  if (!found.isDirectory()) return found.isFile() ? [path] : [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

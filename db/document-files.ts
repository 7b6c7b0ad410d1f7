/** The files of documents: written once under a name of their own, never changed. */
import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { copyFile, mkdir, open, rename } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { sync } from "./durable-files.ts";

export type DocumentFile = { storedName: string; sha256: string };

export type CopiedDocuments = {
  copied: number;
  /** Names of those that are not there, or not what was added. */
  damaged: string[];
};

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}

type Copying = { from: string; to: string; onProgress?: (done: number, all: number) => void };

/**
 * Copies documents to another folder and looks whether each arrived as it was added. One that is
 * there already and right stays; one that is there and wrong is kept under another name.
 */
export async function copyDocuments(
  documents: DocumentFile[],
  { from, to, onProgress }: Copying,
): Promise<CopiedDocuments> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  const result: CopiedDocuments = { copied: 0, damaged: [] };
  for (const [place, document] of documents.entries()) {
    const outcome = await copyOne(document, from, to);
    if (outcome === "damaged") result.damaged.push(document.storedName);
    if (outcome === "copied") result.copied += 1;
    onProgress?.(place + 1, documents.length);
  }
  sync(to);
  return result;
}

async function copyOne(
  { storedName, sha256 }: DocumentFile,
  from: string,
  to: string,
): Promise<"copied" | "there" | "damaged"> {
  const [source, target] = [join(from, storedName), join(to, storedName)];
  if (existsSync(target)) {
    if ((await sha256Of(target)) === sha256) return "there";
    await rename(target, `${target}.damaged-${Date.now()}`);
  }
  if (!existsSync(source)) return "damaged";
  const unfinished = `${target}.part`;
  await copyFile(source, unfinished);
  const file = await open(unfinished, "r+");
  await file.chmod(0o600);
  await file.sync();
  await file.close();
  // A damaged one is copied too: it is what there is.
  const arrived = await sha256Of(unfinished);
  await rename(unfinished, target);
  return arrived === sha256 ? "copied" : "damaged";
}

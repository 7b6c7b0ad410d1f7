import { constants } from "node:fs";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { environment } from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import { settings } from "./settings.server.ts";

/** Writes the bytes under a name of our own, outside what the web server serves; gives that name. */
export async function storeBytes(bytes: Buffer): Promise<string> {
  const folder = settings().documentsDir;
  const storedName = environment.newId();
  const partial = join(folder, `${storedName}.part`);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeSafely(partial, bytes);
    await rename(partial, pathOf(storedName));
  } catch (error) {
    await rm(partial, { force: true });
    throw isFull(error) ? new DomainError("storage_full") : error;
  }
  return storedName;
}

async function writeSafely(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "ENOSPC" || code === "EDQUOT";
}

export async function removeBytes(storedName: string): Promise<void> {
  await rm(pathOf(storedName), { force: true });
}

/** The bytes as a stream, or null when they are not there. */
export async function readBytes(storedName: string): Promise<ReadableStream | null> {
  const path = pathOf(storedName);
  const readable = await access(path, constants.R_OK).then(
    () => true,
    () => false,
  );
  return readable ? (Readable.toWeb(createReadStream(path)) as ReadableStream) : null;
}

function pathOf(storedName: string): string {
  if (!/^[0-9a-f-]{36}$/i.test(storedName)) throw new Error("Not a name of the document store");
  return join(settings().documentsDir, storedName);
}

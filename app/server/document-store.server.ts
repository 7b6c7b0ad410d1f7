import { constants } from "node:fs";
import { createReadStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { environment } from "#db";
import { settings } from "./settings.server.ts";

/** Writes the bytes under a name of our own, outside what the web server serves; gives that name. */
export async function storeBytes(bytes: Buffer): Promise<string> {
  const folder = settings().documentsDir;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const storedName = environment.newId();
  const partial = join(folder, `${storedName}.part`);
  const file = await open(partial, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, pathOf(storedName));
  return storedName;
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

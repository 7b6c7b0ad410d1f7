import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connections, openDatabase, stopDatabase } from "#db";

let migrated: Buffer | undefined;

/** Opens an empty, migrated database of its own and gives its file. */
export async function freshDatabase(): Promise<string> {
  migrated ??= await serialised(async () => {});
  return openCopy(migrated);
}

/** The content of a new database after filling it, to open copies of. */
export async function serialised(fill: () => Promise<void>): Promise<Buffer> {
  openDatabase(newFile());
  await fill();
  connections().writer.pragma("wal_checkpoint(TRUNCATE)");
  const content = connections().writer.serialize();
  await stopDatabase();
  return content;
}

/** Opens a database with this content in a new file. */
export function openCopy(content: Buffer): string {
  const file = newFile();
  writeFileSync(file, content);
  openDatabase(file);
  return file;
}

function newFile(): string {
  return join(mkdtempSync(join(tmpdir(), "maatwerkplaats-test-")), "test.db");
}

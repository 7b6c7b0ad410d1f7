import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { newFolder } from "./form.ts";

/** Where the application under test keeps everything. */
export type Storage = {
  databaseUrl: string;
  documentsDir: string;
  /** What the engine itself finds wrong. */
  damage: () => Promise<string[]>;
  end: () => Promise<void>;
};

export function sqliteStorage(): Storage {
  const documentsDir = newFolder();
  const file = join(documentsDir, "crash.db");
  return {
    databaseUrl: file,
    documentsDir,
    damage: async () => sqliteDamage(file),
    end: async () => undefined,
  };
}

export function sqliteDamage(file: string): string[] {
  const client = new Sqlite(file, { readonly: true });
  const integrity = client.pragma("integrity_check") as { integrity_check: string }[];
  const foreign = client.pragma("foreign_key_check") as unknown[];
  client.close();
  return [
    ...integrity.map((row) => row.integrity_check).filter((said) => said !== "ok"),
    ...foreign.map((row) => JSON.stringify(row)),
  ];
}

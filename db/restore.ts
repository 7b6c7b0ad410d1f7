import type { DocumentFile } from "./document-files.ts";
import { environment } from "./environment.ts";
import type { Inventory } from "./inventory.ts";

export type Restore = {
  /** The file of the database in the backup. */
  backup: string;
  /** What should be in it, when that is known. */
  wanted: Inventory | undefined;
  /** Whether a database that is there may be set aside. */
  replace: boolean;
  onStage: (line: string) => void;
  /** Called with the documents of the backup when it was found whole, before anything changes. */
  beforeReplacing: (documents: DocumentFile[]) => Promise<void>;
};

export type Restored = {
  /** Under which name the former database is kept; null when there was none. */
  aside: string | null;
};

/** To be recognised among files and schemas, and sorted. */
export function restoreStamp(): string {
  return new Date(environment.now())
    .toISOString()
    .replace(/\.\d+Z$/, "")
    .replaceAll(/[:-]/g, "");
}

export function mayReplace(database: string): Error {
  return new Error(
    `There is a database already: ${database}. With --yes it is kept under another name, and the backup put in its place.`,
  );
}

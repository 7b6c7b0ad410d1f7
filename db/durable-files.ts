/** Files that are whole or not there, also after a power cut. */
import { closeSync, fsyncSync, openSync, renameSync } from "node:fs";
import { dirname } from "node:path";

/** Waits until a file or folder is on disk. */
export function sync(path: string): void {
  const file = openSync(path, "r");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Gives what was written under another name the name people look for. */
export function putInPlace(unfinished: string, path: string): void {
  renameSync(unfinished, path);
  sync(dirname(path));
}

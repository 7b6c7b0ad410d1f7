import type { Restore, Restored } from "../restore.ts";
export async function restorePostgres(_url: string, _restore: Restore): Promise<Restored> {
  throw new Error("todo");
}

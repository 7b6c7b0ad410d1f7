import type { Made } from "../backup-folder.ts";
export async function dumpPostgres(
  _url: string,
  _target: string,
  _say: (line: string) => void,
): Promise<Made> {
  throw new Error("todo");
}

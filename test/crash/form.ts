import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { chance, type Chance } from "../../db/seed/bulk/chance.ts";

/** `vitest --mode short` is for every push; without it everything is done as often as promised. */
const isShort = process.env.CRASH_MODE === "short";

export const kills = isShort ? 4 : 20;
export const damages = 100;
export const failovers = isShort ? 1 : 5;

const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);

/** Chance of its own for each test; the seed is printed, to do the same again with CRASH_SEED. */
export function seeded(): Chance {
  say(`seed ${seed} (again: CRASH_SEED=${seed})`);
  return chance(seed);
}

export function say(words: string): void {
  process.stdout.write(`  ${words}\n`);
}

const folders: string[] = [];

/** A folder that goes when the tests of this file are done. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "maatwerkplaats-crash-"));
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

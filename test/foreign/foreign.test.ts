import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { computedLog, newLogKey } from "./computed-log.ts";
import { writeLogFolder } from "./log-folder.ts";

const place = mkdtempSync(join(tmpdir(), "foreign-"));
const goProgram = join(place, "verify");
const sizes = [1, 3, 256, 300];
const proved = [0, 41, 255, 256, 611];
const leaves = Array.from({ length: 612 }, (_, index) => `{"leaf":${index}}`);
const key = newLogKey("example.org/log");

beforeAll(async () => {
  const env = { ...process.env, GO111MODULE: "off", GOPATH: "/usr/share/gocode" };
  const source = join(import.meta.dirname, "verify.go");
  execFileSync("go", ["build", "-o", goProgram, source], { env, stdio: "inherit" });
  await writeLogFolder(join(place, "true"), computedLog(leaves, sizes, key), proved);
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

type Verdict = { code: number | null; words: string };

function go(folder: string): Verdict {
  return verdictOf(goProgram, [folder]);
}

function sigstore(folder: string): Verdict {
  return verdictOf(process.execPath, [join(import.meta.dirname, "verify-sigstore.ts"), folder]);
}

function verdictOf(program: string, args: string[]): Verdict {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  return { code: status, words: stdout + stderr };
}

function refused(why: string): { code: number; words: unknown } {
  return { code: 1, words: expect.stringContaining(why) };
}

/** A copy of the folder in which one thing was changed. */
function tampered(change: (folder: string) => void): string {
  const folder = mkdtempSync(join(place, "tampered-"));
  cpSync(join(place, "true"), folder, { recursive: true });
  change(folder);
  return folder;
}

/** Puts one text in the place of another in a file, byte for byte. */
function rewrite(path: string, from: string | RegExp, to: string) {
  return (folder: string) => {
    const before = readFileSync(join(folder, path), "latin1");
    const after = before.replace(from, to);
    if (after === before) throw new Error(`Nothing to change in ${path}`);
    writeFileSync(join(folder, path), after, "latin1");
  };
}

/** The same log, written anew with its own key from other leaves; the earlier checkpoints are known to others. */
async function rewritten(other: string[]): Promise<string> {
  const folder = mkdtempSync(join(place, "rewritten-"));
  const known = computedLog(leaves, sizes, key).checkpoints;
  const now = computedLog(other, sizes, key);
  const source = { ...now, checkpoints: [...known.slice(0, -1), ...now.checkpoints.slice(-1)] };
  await writeLogFolder(folder, source, [0, 41, 255, 256]);
  return folder;
}

describe("verifiers that are not ours", () => {
  it("find the log, its growth and its proofs true", () => {
    expect(go(join(place, "true"))).toEqual({ code: 0, words: "verified 612 leaves\n" });
    expect(sigstore(join(place, "true"))).toEqual({ code: 0, words: "verified 5 proofs\n" });
  });

  it("refuse a leaf that was changed", () => {
    const folder = tampered(rewrite("tile/entries/000", '{"leaf":41}', '{"leaf":14}'));
    expect(go(folder)).toMatchObject(refused("leaf 41"));
    expect(sigstore(folder)).toMatchObject(refused("root hash"));
  });

  it("refuse a proof of another place", () => {
    const folder = tampered(rewrite("proofs/41.tlog-proof", "index 41", "index 40"));
    expect(go(folder)).toMatchObject(refused("invalid transparency proof"));
    expect(sigstore(folder)).toMatchObject(refused("root hash"));
  });

  it("refuse a proof with a hash less", () => {
    const folder = tampered(rewrite("proofs/41.tlog-proof", /(index 41\n)[^\n]+\n/, "$1"));
    expect(go(folder)).toMatchObject(refused("invalid transparency proof"));
    expect(sigstore(folder)).toMatchObject(refused("hash count"));
  });

  it("refuse what another key signed", () => {
    const { verifierKey } = computedLog(leaves, sizes, newLogKey(key.key.name));
    const folder = tampered(rewrite("vkey", /.+/, verifierKey));
    expect(go(folder)).toMatchObject(refused("refused checkpoint"));
    expect(sigstore(folder)).toMatchObject(refused("signature"));
  });

  it("refuse a checkpoint of which the size was changed", () => {
    const folder = tampered((copy) => {
      rewrite("checkpoint", "\n612\n", "\n613\n")(copy);
      rewrite("proofs/0.tlog-proof", "\n612\n", "\n613\n")(copy);
    });
    expect(go(folder)).toMatchObject(refused("refused checkpoint"));
    expect(sigstore(folder)).toMatchObject(refused("signature"));
  });

  it.each([
    ["a leaf was changed", leaves.with(41, '{"leaf":14}')],
    ["two leaves were swapped", leaves.with(41, '{"leaf":42}').with(42, '{"leaf":41}')],
    ["a leaf was taken out", leaves.toSpliced(41, 1)],
    ["the tail was cut off", leaves.slice(0, 299)],
  ])("refuse a log that was written anew with its own key after %s", async (_, other) => {
    const folder = await rewritten(other).catch((error: unknown) => error);
    // Of a tree that became smaller there is no proof to write at all.
    if (typeof folder !== "string") return expect(String(folder)).toContain("oldSize");
    expect(go(folder)).toMatchObject(refused("refused growth"));
  });
});

import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { stopDatabase } from "#db";
import { freshDatabase } from "../support/database.ts";
import { computedLog, newLogKey } from "./computed-log.ts";
import { filledLog, type FilledLog } from "./filled-log.ts";
import { writeLogFolder } from "./log-folder.ts";

const place = mkdtempSync(join(tmpdir(), "foreign-"));
const goProgram = join(place, "verify");
const proved = [0, 41, 255, 256, 600];
let log: FilledLog;
let leaves: Uint8Array[];

beforeAll(async () => {
  const env = { ...process.env, GO111MODULE: "off", GOPATH: "/usr/share/gocode" };
  const source = join(import.meta.dirname, "verify.go");
  execFileSync("go", ["build", "-o", goProgram, source], { env, stdio: "inherit" });
  await freshDatabase();
  log = await filledLog();
  leaves = log.leaves;
  await writeLogFolder(join(place, "true"), log.source, proved);
});

afterAll(async () => {
  await stopDatabase();
  rmSync(place, { recursive: true, force: true });
});

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

function leafAt(index: number): Uint8Array {
  const leaf = leaves[index];
  if (leaf === undefined) throw new Error(`No leaf ${index}`);
  return leaf;
}

/** The leaf of another event: with other words under its commitment. */
function changedLeaf(leaf: Uint8Array): Uint8Array {
  const text = latin1(leaf);
  const digit = text.indexOf('"record":"') + '"record":"'.length;
  return Buffer.from(
    text.slice(0, digit) + (text[digit] === "0" ? "1" : "0") + text.slice(digit + 1),
    "latin1",
  );
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("latin1");
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
async function rewritten(other: Uint8Array[]): Promise<string> {
  const folder = mkdtempSync(join(place, "rewritten-"));
  const now = computedLog(other, log.signer);
  const known = log.source.checkpoints.slice(0, -1);
  const source = { ...now, checkpoints: [...known, ...now.checkpoints] };
  await writeLogFolder(folder, source, [0, 41, 255, 256]);
  return folder;
}

describe("verifiers that are not ours", () => {
  it("find the log, its growth and its proofs true", () => {
    expect(go(join(place, "true"))).toEqual({
      code: 0,
      words: `verified ${leaves.length} leaves\n`,
    });
    expect(sigstore(join(place, "true"))).toEqual({ code: 0, words: "verified 5 proofs\n" });
  });

  it("refuse a leaf that was changed", () => {
    const leaf = leafAt(41);
    const folder = tampered(rewrite("tile/entries/000", latin1(leaf), latin1(changedLeaf(leaf))));
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
    const { verifierKey } = computedLog(leaves, newLogKey(log.signer.key.name));
    const folder = tampered(rewrite("vkey", /.+/, verifierKey));
    expect(go(folder)).toMatchObject(refused("refused checkpoint"));
    expect(sigstore(folder)).toMatchObject(refused("signature"));
  });

  it("refuse a checkpoint of which the size was changed", () => {
    const folder = tampered((copy) => {
      const [before, after] = [`\n${leaves.length}\n`, `\n${leaves.length + 1}\n`];
      rewrite("checkpoint", before, after)(copy);
      rewrite("proofs/0.tlog-proof", before, after)(copy);
    });
    expect(go(folder)).toMatchObject(refused("refused checkpoint"));
    expect(sigstore(folder)).toMatchObject(refused("signature"));
  });

  it.each<[string, () => Uint8Array[]]>([
    ["a leaf was changed", () => leaves.with(41, changedLeaf(leafAt(41)))],
    ["two leaves were swapped", () => leaves.with(41, leafAt(42)).with(42, leafAt(41))],
    ["a leaf was taken out", () => leaves.toSpliced(41, 1)],
    ["its tail was cut off and grew anew", () => [...leaves.slice(0, 290), ...leaves.slice(300)]],
  ])("refuse a log that was written anew with its own key after %s", async (_, other) => {
    expect(go(await rewritten(other()))).toMatchObject(refused("refused growth"));
  });

  it("have nothing to check of a log whose tail was cut off: no proof can be made", async () => {
    await expect(rewritten(leaves.slice(0, 400))).rejects.toThrow("oldSize");
  });
});

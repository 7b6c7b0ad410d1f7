import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { utf8 } from "../../app/domain/bytes.ts";
import { formatCheckpoint, openCheckpoint, parseCheckpoint } from "../../app/domain/checkpoint.ts";
import { inclusionProof, leafHash, rootOf } from "../../app/domain/merkle-tree.ts";
import {
  formatNote,
  formatVerifierKey,
  parseNote,
  parseVerifierKey,
  signText,
  verifierKey,
  verifyNote,
  type VerifierKey,
} from "../../app/domain/signed-note.ts";
import { formatTlogProof, parseTlogProof, verifyTlogProof } from "../../app/domain/tlog-proof.ts";
import { sha256 } from "./sha256.ts";

/** The example of golang.org/x/mod/sumdb/note: its key, what that key is made of, and its note. */
const peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const peterSeed = "gQoUAtUUbI2E8kQzMPVAgOv5juF9nHT2JS/F1ccoMXM=";
const peterText =
  "If you think cryptography is the answer to your problem,\n" +
  "then you don't know what your problem is.\n";
const peterNote =
  `${peterText}\n` +
  "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

function privateKey(seed: Uint8Array): KeyObject {
  const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
  return createPrivateKey({ key: Buffer.concat([prefix, seed]), format: "der", type: "pkcs8" });
}

function signerOf(name: string, seed: Uint8Array) {
  const secret = privateKey(seed);
  const spki = createPublicKey(secret).export({ format: "der", type: "spki" });
  const key = verifierKey({ name, publicKey: Uint8Array.from(spki.subarray(-32)) }, sha256);
  return { key, sign: (message: Uint8Array) => sign(null, message, secret) };
}

function verifyEd25519(given: {
  publicKey: Uint8Array;
  message: Uint8Array;
  signature: Uint8Array;
}): boolean {
  const prefix = Buffer.from("302a300506032b6570032100", "hex");
  const der = Buffer.concat([prefix, given.publicKey]);
  const key = createPublicKey({ key: der, format: "der", type: "spki" });
  return verify(null, given.message, key, given.signature);
}

const check = { sha256, verify: verifyEd25519 };
const log = signerOf("example.org/log", new Uint8Array(32).fill(1));
const witness = signerOf("witness.example", new Uint8Array(32).fill(2));

function signed(text: string, signers = [log]): string {
  const signatures = signers.map((signer) => signText({ text, key: signer.key }, signer.sign));
  return formatNote({ text, signatures });
}

function verdict(note: string, ...keys: VerifierKey[]) {
  return verifyNote(note, { keys, verify: verifyEd25519 });
}

describe("a signed note", () => {
  it("of Go is read, verified and written as Go does", () => {
    const signer = signerOf("PeterNeumann", Buffer.from(peterSeed, "base64"));
    expect(formatVerifierKey(signer.key)).toBe(peter);
    expect(parseVerifierKey(peter, sha256)).toEqual(signer.key);
    expect(verdict(peterNote, signer.key)).toEqual({
      ok: true,
      text: peterText,
      keys: [signer.key],
    });
    expect(signed(peterText, [signer])).toBe(peterNote);
  });

  it("tells which of the known keys signed it, whoever else did", () => {
    const note = signed("one\n\ntwo\n", [witness, log]);
    expect(verdict(note, log.key)).toMatchObject({ ok: true, keys: [log.key] });
    expect(verdict(note, log.key, witness.key)).toMatchObject({ ok: true, text: "one\n\ntwo\n" });
    const other = signerOf(log.key.name, new Uint8Array(32).fill(3));
    expect(verdict(note, other.key)).toEqual({ ok: false, reason: "unknown_key" });
  });

  it("is worthless when anything in it was changed", () => {
    const note = signed("some text\n");
    fc.assert(
      fc.property(fc.nat({ max: note.length - 1 }), fc.string(), (place, piece) => {
        const changed = note.slice(0, place) + piece + note.slice(place + 1);
        fc.pre(changed !== note);
        expect(verdict(changed, log.key).ok).toBe(false);
      }),
    );
  });

  it.each([
    ["nothing", ""],
    ["no blank line", "text\n— name AAAAAAA=\n"],
    ["no signature", "text\n\n"],
    ["no last newline", peterNote.trimEnd()],
    ["a hyphen for a dash", peterNote.replace("—", "-")],
    ["a plus sign in a name", peterNote.replace("PeterNeumann", "Peter+Neumann")],
    ["a space in a name", peterNote.replace("PeterNeumann", "Peter\u00a0Neumann")],
    ["base64 without an end", peterNote.replace("AM=", "AM")],
    ["base64 with other last bits", peterNote.replace("AM=", "AN=")],
    ["a tab", `tab\there\n\n— name AAAAAAA=\n`],
    ["a carriage return", peterNote.replaceAll("\n", "\r\n")],
    ["half a character", `\ud800\n\n— name AAAAAAA=\n`],
    ["very many signatures", `text\n\n${"— name AAAAAAA=\n".repeat(101)}`],
  ])("with %s is malformed", (_, note) => {
    expect(() => parseNote(note)).toThrow("note");
    expect(verdict(note, log.key)).toEqual({ ok: false, reason: "malformed" });
  });

  it.each([
    peter.replace("c74f20a3", "c74f20a4"),
    peter.replace("+ARpc", "+Zrpc"),
    peter.replace("Peter", "Pieter"),
    peter.slice(0, -4),
    "PeterNeumann+c74f20a3",
    "",
  ])("is not verified with %j for a key", (key) => {
    expect(() => parseVerifierKey(key, sha256)).toThrow("verifier_key");
  });
});

describe("a checkpoint", () => {
  const root = sha256(utf8("root"));
  const checkpoint = { origin: "example.org/log", size: 20_852_163, root, extensions: ["more"] };

  it("is written as C2SP tlog-checkpoint has it, and read back", () => {
    const text = formatCheckpoint(checkpoint);
    expect(text).toBe(`example.org/log\n20852163\n${Buffer.from(root).toString("base64")}\nmore\n`);
    expect(parseCheckpoint(text)).toEqual(checkpoint);
  });

  it.each([
    ["a size with a zero in front", { "20852163": "020852163" }],
    ["a size below zero", { "20852163": "-1" }],
    ["a size too large to count with", { "20852163": "99007199254740993" }],
    ["a short root", { "=\n": "\n" }],
    ["an empty origin", { "example.org/log": "" }],
    ["an empty extension", { more: "" }],
    ["no last newline", { "more\n": "more" }],
  ])("with %s is refused", (_, change) => {
    const [[from, to] = ["", ""]] = Object.entries(change);
    const text = formatCheckpoint(checkpoint).replace(from, to);
    expect(() => parseCheckpoint(text)).toThrow("checkpoint");
  });

  it("is not made of what cannot be one", () => {
    expect(() => formatCheckpoint({ ...checkpoint, size: -1 })).toThrow("size");
    expect(() => formatCheckpoint({ ...checkpoint, origin: "" })).toThrow("origin");
    expect(() => formatCheckpoint({ ...checkpoint, root: utf8("short") })).toThrow("root");
    expect(() => formatCheckpoint({ ...checkpoint, extensions: ["a\nb"] })).toThrow("extension");
  });

  it("of another log is refused, whoever signed it", () => {
    const note = signed(formatCheckpoint(checkpoint));
    const known = { origin: checkpoint.origin, keys: [log.key], verify: verifyEd25519 };
    expect(openCheckpoint(note, known)).toEqual({ ok: true, checkpoint, keys: [log.key] });
    expect(openCheckpoint(note, { ...known, origin: "example.org/other" })).toEqual({
      ok: false,
      reason: "wrong_origin",
    });
  });
});

describe("a proof in one file", () => {
  const leaves = Array.from({ length: 11 }, (_, index) => utf8(`leaf ${index}`));
  const hashes = leaves.map((leaf) => leafHash(leaf, sha256));
  const origin = "example.org/log";
  const text = formatCheckpoint({ origin, size: 11, root: rootOf(hashes, sha256), extensions: [] });
  const proof = {
    index: 6,
    hashes: inclusionProof(6, hashes, sha256),
    checkpoint: signed(text, [log, witness]),
    extra: utf8("salt"),
  };
  const claim = {
    text: formatTlogProof(proof),
    leaf: utf8("leaf 6"),
    origin,
    keys: [log.key],
  };

  it("has the lines of C2SP tlog-proof", () => {
    const lines = claim.text.split("\n");
    expect(lines.slice(0, 3)).toEqual(["c2sp.org/tlog-proof@v1", "extra c2FsdA==", "index 6"]);
    expect(lines.slice(7, 9)).toEqual(["", origin]);
    expect(parseTlogProof(claim.text)).toEqual(proof);
    expect(parseTlogProof(formatTlogProof({ ...proof, extra: null })).extra).toBeNull();
  });

  it("shows that a leaf is in the log", () => {
    expect(verifyTlogProof({ ...claim, index: 6 }, check)).toMatchObject({
      ok: true,
      index: 6,
      checkpoint: { size: 11 },
      keys: [log.key],
    });
  });

  it("of the only leaf has no hashes", () => {
    const only = formatCheckpoint({
      origin,
      size: 1,
      root: rootOf(hashes.slice(6, 7), sha256),
      extensions: [],
    });
    const alone = formatTlogProof({ index: 0, hashes: [], checkpoint: signed(only), extra: null });
    expect(verifyTlogProof({ ...claim, text: alone }, check).ok).toBe(true);
  });

  const foreign = signerOf(log.key.name, new Uint8Array(32).fill(9)).key;
  const first = Buffer.from(proof.hashes[0] ?? []).toString("base64");
  it.each([
    ["malformed", "another first line", { text: claim.text.replace("@v1", "@v2") }],
    ["malformed", "no index", { text: claim.text.replace("index 6\n", "") }],
    ["malformed", "an index with a zero in front", { text: claim.text.replace("x 6", "x 06") }],
    ["malformed", "half a hash", { text: claim.text.replace(first, first.slice(4)) }],
    ["malformed", "no checkpoint", { text: claim.text.slice(0, claim.text.indexOf("\n\n")) }],
    ["malformed", "nothing at all", { text: "" }],
    ["malformed", "extra that is no base64", { text: claim.text.replace("c2FsdA", "c2F*dA") }],
    ["wrong_origin", "another log", { origin: "example.org/other" }],
    ["unknown_key", "another key", { keys: [foreign] }],
    ["wrong_signature", "another size", { text: claim.text.replace("\n11\n", "\n12\n") }],
    ["wrong_index", "an index beyond the tree", { text: claim.text.replace("x 6", "x 11") }],
    ["wrong_index", "an index that was not asked", { index: 5 }],
    ["not_included", "another place", { text: claim.text.replace("x 6", "x 7") }],
    ["not_included", "another leaf", { leaf: utf8("leaf 7") }],
    ["not_included", "a hash less", { text: claim.text.replace(`${first}\n`, "") }],
  ])("fails with %s for %s", (reason, _, change) => {
    expect(verifyTlogProof({ ...claim, ...change }, check)).toEqual({ ok: false, reason });
  });
});

import { describe, expect, it } from "vitest";
import { sha256 } from "@noble/hashes/sha2.js";
import { toBase64 } from "../../app/domain/bytes.ts";
import { formatVerifierKey, verifierKey } from "../../app/domain/signed-note.ts";
import { decisionFileUpload } from "../../app/schemas/decision-file-upload.ts";
import { fieldErrors } from "../../app/schemas/zod-errors.ts";

const key = formatVerifierKey(
  verifierKey({ name: "log.example/a", publicKey: new Uint8Array(32).fill(7) }, sha256),
);
const checkpoint = `log.example/a\n12\n${toBase64(new Uint8Array(32).fill(3))}\n`;
const file = new File([new Uint8Array([1])], "besluit.zip");

function errorsOf(more: Record<string, string>) {
  const parsed = decisionFileUpload.safeParse({ intent: "verify", file, ...more });
  return parsed.success ? {} : fieldErrors(parsed.error);
}

describe("the form that checks a decision file", () => {
  it("takes a key and a checkpoint, with what a paste brings along", () => {
    expect(errorsOf({})).toEqual({});
    expect(errorsOf({ verifierKey: ` ${key}\n`, checkpoint: ` ${checkpoint}` })).toEqual({});
    expect(errorsOf({ checkpoint: checkpoint.replaceAll("\n", "\r\n") })).toEqual({});
  });

  it("asks again for one that was mistyped, instead of doubting the file", () => {
    expect(errorsOf({ verifierKey: key.slice(0, -2) })).toEqual({ verifierKey: ["verifier_key"] });
    expect(errorsOf({ checkpoint: "log.example/a\n12\n" })).toEqual({ checkpoint: ["checkpoint"] });
  });
});

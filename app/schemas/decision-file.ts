/** Reading and checking a decision file: the same on the command line, on the server and in a browser. */
import { hashes, verify } from "@noble/ed25519";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { unzipSync } from "fflate";
import {
  broken,
  type DecisionFiles,
  type FileCheck,
  type FileVerification,
} from "#app/domain/decision-file.ts";
import { verifyDecisionFile } from "#app/domain/dossier-verification.ts";
import { largestDecisionFile } from "./decision-file-upload.ts";
import { dossierJsonSchema, dossierProblems } from "./dossier.ts";

hashes.sha512 = sha512;

const largestUnpacked = 40 * 1024 * 1024;
const mostFiles = 40;

const codes = { zip_too_many: true, zip_too_large: true, zip_unreadable: true };
type ZipProblem = keyof typeof codes;

type Trusted = NonNullable<FileVerification["trusted"]>;

/** All that holds and does not hold of a decision file, as it was handed out: a zip. */
export function checkDecisionFile(zip: Uint8Array, trusted: Trusted = {}): FileCheck[] {
  const unpacked = unpack(zip);
  if ("problem" in unpacked) return [broken(unpacked.problem, "")];
  return verifyDecisionFile(unpacked.files, {
    sha256,
    verifyEd25519,
    problemsOf: dossierProblems,
    schema: dossierJsonSchema(),
    trusted,
  });
}

/** By the letter of RFC 8032: a signature has one form only. */
function verifyEd25519(given: {
  publicKey: Uint8Array;
  message: Uint8Array;
  signature: Uint8Array;
}): boolean {
  try {
    return verify(given.signature, given.message, given.publicKey, { zip215: false });
  } catch {
    // Bytes that are no point on the curve.
    return false;
  }
}

/**
 * The files in a zip. What a file says of its size is checked before anything is unpacked, and no more is unpacked than
 * that.
 */
function unpack(zip: Uint8Array): { files: DecisionFiles } | { problem: ZipProblem } {
  if (zip.length > largestDecisionFile) return { problem: "zip_too_large" };
  const names = new Set<string>();
  let count = 0;
  let size = 0;
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        names.add(name);
        count += 1;
        size += originalSize;
        if (count > mostFiles) throw new Error("zip_too_many");
        if (size > largestUnpacked) throw new Error("zip_too_large");
        return true;
      },
    });
    // Two files of one name: which of them is read hangs on the program.
    return names.size === count ? { files } : { problem: "zip_unreadable" };
  } catch (error) {
    const code = error instanceof Error ? error.message : "";
    return { problem: isZipProblem(code) ? code : "zip_unreadable" };
  }
}

function isZipProblem(code: string): code is ZipProblem {
  return Object.hasOwn(codes, code);
}

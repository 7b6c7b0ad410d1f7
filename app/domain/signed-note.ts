import { concatBytes, fromBase64, toBase64, toHex, utf8, fromHex, type Sha256 } from "./bytes.ts";
import { DomainError, nullWhenBroken } from "./domain-error.ts";

/** Ed25519, given by the caller: Node and browsers each have their own. */
export type VerifyEd25519 = (given: {
  publicKey: Uint8Array;
  message: Uint8Array;
  signature: Uint8Array;
}) => boolean;

/** A key that can have signed a note. `keyId` is eight hexadecimal digits. */
export type VerifierKey = { name: string; keyId: string; publicKey: Uint8Array };

export type NoteSignature = { name: string; keyId: string; signature: Uint8Array };

/** A text, ending in a newline, with who signed it (C2SP signed-note). */
export type SignedNote = { text: string; signatures: NoteSignature[] };

/** Of a note that was signed: which of the known keys did. Of another: why it is to be ignored. */
export type NoteVerdict =
  | { ok: true; text: string; keys: VerifierKey[] }
  | { ok: false; reason: "malformed" | "unknown_key" | "wrong_signature" };

const ed25519 = 0x01;
const publicKeyBytes = 32;
const mostSignatures = 100;

/**
 * A key with its id: the first four bytes of SHA-256 over name, newline, 0x01 and key.
 * @throws DomainError `key_name` or `public_key`.
 */
export function verifierKey(
  { name, publicKey }: { name: string; publicKey: Uint8Array },
  sha256: Sha256,
): VerifierKey {
  if (!isKeyName(name)) throw new DomainError("key_name", { name });
  if (publicKey.length !== publicKeyBytes) {
    throw new DomainError("public_key", { bytes: publicKey.length });
  }
  const named = concatBytes(utf8(`${name}\n`), Uint8Array.of(ed25519), publicKey);
  return { name, keyId: toHex(sha256(named).subarray(0, 4)), publicKey };
}

/** A key as text, to hand to who verifies: name, id and key with plus signs between. */
export function formatVerifierKey({ name, keyId, publicKey }: VerifierKey): string {
  return `${name}+${keyId}+${toBase64(concatBytes(Uint8Array.of(ed25519), publicKey))}`;
}

/** The key in a text of `formatVerifierKey`. @throws DomainError `verifier_key`, also when its id is not its own. */
export function parseVerifierKey(text: string, sha256: Sha256): VerifierKey {
  const [, name = "", keyId = "", key = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const encoded = nullWhenBroken(() => fromBase64(key));
  const parsed = nullWhenBroken(() =>
    verifierKey({ name, publicKey: (encoded ?? new Uint8Array()).subarray(1) }, sha256),
  );
  if (encoded?.[0] !== ed25519 || parsed?.keyId !== keyId) throw new DomainError("verifier_key");
  return parsed;
}

/**
 * The signature of a text with a key. `sign` makes an Ed25519 signature over the bytes it is given.
 * @throws DomainError `note` when the text may not stand in a note.
 */
export function signText(
  { text, key }: { text: string; key: VerifierKey },
  sign: (message: Uint8Array) => Uint8Array,
): NoteSignature {
  checkText(text);
  return { name: key.name, keyId: key.keyId, signature: sign(utf8(text)) };
}

/** A note as text. @throws DomainError `note` when it has no signature or a text that may not stand in a note. */
export function formatNote({ text, signatures }: SignedNote): string {
  checkText(text);
  if (signatures.length === 0) throw new DomainError("note");
  const lines = signatures.map(({ name, keyId, signature }) => {
    return `— ${name} ${toBase64(concatBytes(fromHex(keyId), signature))}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/** The note in a text. Nothing of it may be believed before `verifyNote`. @throws DomainError `note`. */
export function parseNote(note: string): SignedNote {
  const split = note.lastIndexOf("\n\n");
  const text = note.slice(0, split + 1);
  const lines = note.slice(split + 2).split("\n");
  if (split < 0 || lines.pop() !== "") throw new DomainError("note");
  if (lines.length === 0 || lines.length > mostSignatures) throw new DomainError("note");
  checkText(text);
  return { text, signatures: lines.map(parseSignature) };
}

/**
 * Whether one of the keys signed the note. Signatures of other keys say nothing; one that is wrong under a known key
 * makes the whole note worthless.
 */
export function verifyNote(
  note: string,
  { keys, verify }: { keys: readonly VerifierKey[]; verify: VerifyEd25519 },
): NoteVerdict {
  const parsed = nullWhenBroken(() => parseNote(note));
  if (parsed === null) return { ok: false, reason: "malformed" };
  const message = utf8(parsed.text);
  const signers = new Set<VerifierKey>();
  for (const { name, keyId, signature } of parsed.signatures) {
    const key = keys.find((known) => known.name === name && known.keyId === keyId);
    if (key === undefined) continue;
    const isRight =
      signature.length === 64 && verify({ publicKey: key.publicKey, message, signature });
    if (!isRight) return { ok: false, reason: "wrong_signature" };
    signers.add(key);
  }
  if (signers.size === 0) return { ok: false, reason: "unknown_key" };
  return { ok: true, text: parsed.text, keys: [...signers] };
}

function parseSignature(line: string): NoteSignature {
  const [, name = "", encoded = ""] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  const bytes = nullWhenBroken(() => fromBase64(encoded));
  if (!isKeyName(name) || bytes === null || bytes.length < 5) throw new DomainError("note");
  return { name, keyId: toHex(bytes.subarray(0, 4)), signature: bytes.slice(4) };
}

/** U+0085 is white space to Unicode, not to a regular expression. */
function isKeyName(name: string): boolean {
  return name !== "" && !/[\s\u0085+]/u.test(name) && !isBroken(name);
}

function checkText(text: string): void {
  if (!text.endsWith("\n") || isBroken(text)) throw new DomainError("note");
}

/** Whether a text has control characters other than a newline, or cannot be written in UTF-8. */
function isBroken(text: string): boolean {
  return /[\u0000-\u0009\u000b-\u001f]|\p{Cs}/u.test(text);
}

import { DomainError } from "./domain-error.ts";

/** SHA-256, given by the caller: Node and browsers each have their own. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

const encoder = new TextEncoder();
const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return encoder.encode(text);
}

const mostKept = 1_048_576;
let workspace = new Uint8Array(4096);

/**
 * SHA-256 over a prefix followed by the UTF-8 bytes of a text. They are put in memory that is used again: new memory
 * for each text would cost more than its hash.
 */
export function hashOfText(prefix: Uint8Array, text: string, sha256: Sha256): Uint8Array {
  const most = prefix.length + 3 * text.length;
  const room = most <= workspace.length ? workspace : new Uint8Array(2 * most);
  if (room.length <= mostKept) workspace = room;
  room.set(prefix);
  const { written } = encoder.encodeInto(text, room.subarray(prefix.length));
  return sha256(room.subarray(0, prefix.length + written));
}

export function concatBytes(...parts: Uint8Array[]): Uint8Array {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** Lower case, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += hexOfByte[byte];
  return text;
}

/**
 * The bytes of a hexadecimal text.
 * @throws DomainError `hex` when it is not lower case hexadecimal of an even length.
 */
export function fromHex(text: string): Uint8Array {
  if (!/^(?:[0-9a-f]{2})*$/.test(text)) throw new DomainError("hex", { length: text.length });
  return Uint8Array.from({ length: text.length / 2 }, (_, index) =>
    Number.parseInt(text.slice(index * 2, index * 2 + 2), 16),
  );
}

/** Standard base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  // In pieces: a function takes no more than some ten thousands of arguments.
  for (let start = 0; start < bytes.length; start += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  }
  return btoa(pieces.join(""));
}

const base64 = /^[A-Za-z0-9+/]*={0,2}$/;
/** In the last group the bits that stand for nothing are zero. */
const lastGroup =
  /^(?:|[A-Za-z0-9+/]{4}|[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)$/;

/**
 * The bytes of standard base64 with padding. Only the one way of writing is taken, so that equal bytes have
 * equal texts.
 * @throws DomainError `base64` for anything else.
 */
export function fromBase64(text: string): Uint8Array {
  if (!base64.test(text) || text.length % 4 !== 0 || !lastGroup.test(text.slice(-4))) {
    throw new DomainError("base64", { length: text.length });
  }
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let place = 0; place < bytes.length; place += 1) bytes[place] = characters.charCodeAt(place);
  return bytes;
}

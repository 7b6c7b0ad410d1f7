import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from "node:crypto";
import { promisify } from "node:util";

const hashing = promisify(argon2) as (
  algorithm: "argon2id",
  parameters: Argon2Parameters,
) => Promise<Buffer>;

/** OWASP's second recommended setting for argon2id: 19 MiB, two passes. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** A hash takes 19 MiB and a core: at most two at a time, the others wait. */
let running = 0;
const waiting: (() => void)[] = [];

async function atMostTwo<T>(work: () => Promise<T>): Promise<T> {
  if (running >= 2) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

/** The hash of a password in PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Takes as long for an account that does not exist, so that time tells nothing. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [, , , , salt = "", tag = ""] = (hash ?? "").split("$");
  const expected = Buffer.from(tag, "base64");
  const actual = await tagOf(password, salt ? Buffer.from(salt, "base64") : randomBytes(16));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

function tagOf(password: string, nonce: Buffer): Promise<Buffer> {
  const message = password.normalize("NFKC");
  return atMostTwo(() => hashing("argon2id", { ...cost, message, nonce }));
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}

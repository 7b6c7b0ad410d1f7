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
  else running += 1;
  try {
    return await work();
  } finally {
    // Who waits takes the place over, so that nobody slips in between.
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The hash of a password in PHC string format. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt, cost);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/** Takes as long for an account that does not exist, so that time tells nothing. */
export async function passwordMatches(password: string, hash: string | null): Promise<boolean> {
  const [, , , parameters = "", salt = "", tag = ""] = (hash ?? "").split("$");
  const expected = Buffer.from(tag, "base64");
  const nonce = salt ? Buffer.from(salt, "base64") : randomBytes(16);
  const actual = await tagOf(password, nonce, costOf(parameters));
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}

/** The cost a hash was made with, so that a later raise leaves earlier passwords working. */
function costOf(parameters: string): typeof cost {
  const [, memory, passes, parallelism] = /^m=(\d+),t=(\d+),p=(\d+)$/.exec(parameters) ?? [];
  if (!memory || !passes || !parallelism) return cost;
  return {
    ...cost,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  };
}

function tagOf(password: string, nonce: Buffer, howHard: typeof cost): Promise<Buffer> {
  const message = password.normalize("NFKC");
  return atMostTwo(() => hashing("argon2id", { ...howHard, message, nonce }));
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replaceAll("=", "");
}

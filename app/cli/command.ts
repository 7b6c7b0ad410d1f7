import type { ParseArgsOptionsConfig } from "node:util";

/** What a command is asked to do: its words and options. */
export type Given = {
  words: string[];
  options: Record<string, string | boolean | undefined>;
};

export type Outcome = {
  /** What a program reads, with `--json`. */
  result: Record<string, unknown>;
  /** What a person reads. */
  text: string;
  /** True when the command was done and what it looked at is not in order. */
  found?: boolean;
};

export type Command = {
  /** How it is written, without `mw`. One line per form. */
  usage: string[];
  help: string;
  options: ParseArgsOptionsConfig;
  /** How many words it takes. */
  words: { least: number; most: number };
  run: (given: Given) => Promise<Outcome>;
};

export const exitCodes = { done: 0, failed: 1, wrongUse: 2, found: 3 } as const;

/** Wrongly typed: the message says how it is meant. */
export function wrongUse(message: string): Error {
  return Object.assign(new Error(message), { code: "wrong_use" });
}

export function isWrongUse(error: unknown): boolean {
  const code = error instanceof Error ? String((error as { code?: unknown }).code) : "";
  return code === "wrong_use" || code.startsWith("ERR_PARSE_ARGS");
}

/** For people to follow along; never on stdout, which holds the outcome only. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const everyMs = 1000;

/** Says how far something is, at most once a second. */
export function progress(what: string): (done: number, all?: number) => void {
  let last = performance.now();
  return (done, all) => {
    if (performance.now() - last < everyMs && done !== all) return;
    last = performance.now();
    const part = all ? `${Math.floor((done / all) * 100)} %` : done.toLocaleString("en");
    say(`${what}: ${part}`);
  };
}

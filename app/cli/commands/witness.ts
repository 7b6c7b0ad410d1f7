import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseCheckpoint } from "../../domain/checkpoint.ts";
import { parseNote } from "../../domain/signed-note.ts";
import { say, wrongUse, type Command, type Outcome } from "../command.ts";
import { fileNameOf, witnessOnce, type Kept, type Witnessed } from "../witness-log.ts";

const everyMs = 10 * 60_000;

export const command: Command = {
  usage: ["witness <address> [--dir <folder>] [--key <key>] [--once]"],
  help: `Follows the audit log of an installation from outside, without database or account: every ten minutes it looks
at the newest checkpoint, at its signature, and whether the log still begins with the one that was kept before. Every
checkpoint is kept: they prove later what the log was.

  --dir <folder>  where checkpoints are kept (witness)
  --key <key>     the public key of the log; without it the first one that is seen is believed
  --once          look once, for use by cron

Exit code 3: the log was cut, rewritten, or shows another face than before. What was seen is kept beside the rest.`,
  options: { dir: { type: "string" }, key: { type: "string" }, once: { type: "boolean" } },
  words: { least: 1, most: 1 },
  run: async ({ words: [address = ""], options }) => {
    const site = siteOf(address);
    const folder = String(options.dir ?? "witness");
    mkdirSync(folder, { recursive: true });
    if (options.key !== undefined) keepKeys(folder, [String(options.key).trim()]);
    for (;;) {
      const outcome = await lookOnce(site, folder, options.once === true);
      if (outcome) return outcome;
      await wait(everyMs);
    }
  },
};

function siteOf(address: string): URL {
  try {
    return new URL(address.endsWith("/") ? address : `${address}/`);
  } catch {
    throw wrongUse(`${address} is no address, such as https://maatwerk.example.nl`);
  }
}

/** Null when there is nothing to stop for. */
async function lookOnce(site: URL, folder: string, once: boolean): Promise<Outcome | null> {
  try {
    const seen = await witnessOnce(site, whatWasKept(folder));
    const outcome = keep(folder, seen);
    if (once || !seen.ok) return outcome;
    say(outcome.text);
  } catch (error) {
    if (once) throw error;
    say(`Not reached: ${error instanceof Error ? error.message : String(error)}`);
  }
  return null;
}

function keyFile(folder: string): string {
  return join(folder, "keys");
}

function keepKeys(folder: string, keys: string[]): void {
  writeFileSync(keyFile(folder), `${keys.join("\n")}\n`);
}

function whatWasKept(folder: string): Kept {
  const file = keyFile(folder);
  const keys = existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean) : [];
  const newest = readdirSync(folder)
    .filter((name) => /^\d{12}-.*\.checkpoint$/.test(name))
    .sort()
    .at(-1);
  if (newest === undefined) return { keys, last: null };
  const note = readFileSync(join(folder, newest), "utf8");
  return { keys, last: parseCheckpoint(parseNote(note).text) };
}

const problems = {
  unsigned: "The newest checkpoint is not signed by a key that was trusted or handed over to.",
  other_log: "This is another log than the one that was followed: it has another name.",
  cut: "THE LOG WAS CUT: it is shorter than it was before.",
  two_faces: "THE LOG SHOWS TWO FACES: two different checkpoints over the same number of events.",
  rewritten: "THE LOG WAS REWRITTEN: it does not begin with the log of the checkpoint before.",
};

function keep(folder: string, seen: Witnessed): Outcome {
  const { note, checkpoint } = seen;
  if (seen.ok) {
    keepKeys(folder, seen.keys);
    const file = join(folder, fileNameOf(seen.checkpoint, note));
    const isNew = !existsSync(file);
    if (isNew) writeFileSync(file, note);
    const { size, origin } = seen.checkpoint;
    const text = `${origin}: ${size} events, signed, and it goes on from what was kept.${isNew ? ` Kept as ${file}` : ""}`;
    return { result: { size, origin, file, isNew }, text };
  }
  const file = join(folder, `problem-${Date.now()}.checkpoint`);
  writeFileSync(file, note);
  const size = checkpoint ? ` It says it has ${checkpoint.size} events.` : "";
  const text = `${problems[seen.problem]}${size}
What was seen is kept as ${file}. Keep it, with the checkpoints of before: together they prove it. Ask the
organisation what happened: a loss that it declared stands in the log.`;
  return { result: { problem: seen.problem, file }, text, found: true };
}

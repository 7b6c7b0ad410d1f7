import { existsSync, readFileSync, statSync } from "node:fs";
import { fileHolds } from "../../domain/decision-file.ts";
import { languages, type Language } from "../../domain/local-text.ts";
import { checkDecisionFile } from "../../schemas/decision-file.ts";
import { largestDecisionFile } from "../../schemas/decision-file-upload.ts";
import { verificationText } from "../../server/verification-words.server.ts";
import { wrongUse, type Command, type Given, type Outcome } from "../command.ts";

export const command: Command = {
  usage: [
    "verify <file.zip> [--key <key or file>] [--checkpoint <file>]",
    "verify --full [--checkpoint <file>]...",
  ],
  help: `Checks a decision file by itself, without server or database: that nothing was changed, that the weighing follows
from the raw ratings, and that the log commits to it at its place. Says what holds and what does not, and where. Only
when everything holds is the exit code 0.

With --full: looks through the whole audit log of the database. Every event is recomputed, contents are opened,
checkpoints and their signatures are checked, and every row of every table is held against the last event about it,
which finds what was changed around the application. Nothing is changed; the server may run.

  --key <key or file>   the public key that the organisation publishes
  --checkpoint <file>   a checkpoint of the log that you have from elsewhere
  --language <nl|en>    the language of what is said; else that of LANG`,
  options: {
    full: { type: "boolean" },
    key: { type: "string" },
    checkpoint: { type: "string", multiple: true },
    language: { type: "string" },
  },
  words: { least: 0, most: 1 },
  run: async (given) => {
    const isFull = given.options.full === true;
    if (isFull === (given.words.length === 1)) {
      throw wrongUse("Give a decision file, or --full. See: mw verify --help");
    }
    if (!isFull) return verifyFile(given);
    // Only now: a decision file is checked without a database.
    const { verifyFull } = await import("../verify-full.ts");
    const language = languageOf(given.options.language);
    return verifyFull({ checkpoints: checkpointsOf(given), language });
  },
};

function checkpointsOf({ options }: Given): string[] {
  return (options.checkpoint as unknown as string[] | undefined) ?? [];
}

function verifyFile(given: Given): Outcome {
  const {
    words: [file = ""],
    options,
  } = given;
  const checkpoints = checkpointsOf(given);
  const language = languageOf(options.language);
  const trusted = {
    ...(options.key === undefined ? {} : { verifierKey: textOrFile(String(options.key)) }),
    checkpoints: checkpoints.map((path) => read(path).toString("utf8")),
  };
  const checks = checkDecisionFile(read(file), trusted);
  const holds = fileHolds(checks);
  return { result: { holds, checks }, text: verificationText(checks, language), found: !holds };
}

function languageOf(given: string | boolean | undefined): Language {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  if (given === undefined) return /^nl/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "nl" : "en";
  const known = languages.find((language) => language === given);
  if (!known) throw wrongUse(`--language is ${languages.join(" or ")}.`);
  return known;
}

/** A key is one line: as it is, or in a file. */
function textOrFile(given: string): string {
  return existsSync(given) ? read(given).toString("utf8") : given;
}

function read(file: string): Buffer {
  try {
    const found = statSync(file);
    if (found.isDirectory()) throw new Error("it is a folder; give a file");
    if (found.size > largestDecisionFile) throw new Error("it is larger than 20 MB");
    return readFileSync(file);
  } catch (error) {
    throw wrongUse(`${file} cannot be read: ${problemOf(error)}`);
  }
}

const plainProblems: Record<string, string> = {
  ENOENT: "there is no such file",
  EACCES: "you may not read it",
};

function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return plainProblems[String((error as { code?: unknown }).code)] ?? error.message;
}

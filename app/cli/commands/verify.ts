import { existsSync, readFileSync, statSync } from "node:fs";
import { fileHolds } from "../../domain/decision-file.ts";
import { languages, type Language } from "../../domain/local-text.ts";
import { checkDecisionFile } from "../../schemas/decision-file.ts";
import { largestDecisionFile } from "../../schemas/decision-file-upload.ts";
import { verificationText } from "../../server/verification-words.server.ts";
import { wrongUse, type Command, type Given, type Outcome } from "../command.ts";

export const command: Command = {
  usage: ["verify <file.zip> [--key <key or file>] [--checkpoint <file>]"],
  help: `Checks a decision file by itself, without server or database: that nothing was changed, that the weighing follows
from the raw ratings, and that the log commits to it at its place. Says what holds and what does not, and where. Only
when everything holds is the exit code 0.

  --key <key or file>   the public key that the organisation publishes
  --checkpoint <file>   a checkpoint of the log that you have from elsewhere
  --language <nl|en>    the language of what is said; else that of LANG`,
  options: {
    key: { type: "string" },
    checkpoint: { type: "string" },
    language: { type: "string" },
  },
  words: { least: 1, most: 1 },
  run: async (given) => verifyFile(given),
};

function verifyFile({ words: [file = ""], options }: Given): Outcome {
  const language = languageOf(options.language);
  const trusted = {
    ...(options.key === undefined ? {} : { verifierKey: textOrFile(String(options.key)) }),
    ...(options.checkpoint === undefined
      ? {}
      : { checkpoints: [read(String(options.checkpoint)).toString("utf8")] }),
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
    if (statSync(file).size > largestDecisionFile) throw new Error("it is larger than 20 MB");
    return readFileSync(file);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw wrongUse(`${file} cannot be read: ${problem}`);
  }
}

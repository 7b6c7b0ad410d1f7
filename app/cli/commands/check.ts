import { dialect } from "#db";
import type { Finding } from "#db/check.ts";
import { checkPostgres } from "#db/postgres/check.ts";
import { checkSqlite } from "#db/sqlite/check.ts";
import { settings } from "../../server/settings.server.ts";
import type { Command } from "../command.ts";

export const command: Command = {
  usage: ["check [--hashes]"],
  help: `Looks whether everything is in order, and changes nothing: the database itself and its references,
the audit log (numbers without gaps, hashes, what guards it), the search index (every case and
precedent, nothing else), the packed facts of precedents (of those that count, as they are) and the
documents (there, of the right size, no others). The server may run.

  --hashes  also read every document and compare it with what was added`,
  options: { hashes: { type: "boolean" } },
  words: { least: 0, most: 0 },
  run: async ({ options }) => {
    const { databaseUrl, documentsDir } = settings();
    const check = dialect === "postgres" ? checkPostgres : checkSqlite;
    const findings = await check(databaseUrl, {
      folder: documentsDir,
      withHashes: options.hashes === true,
    });
    return { result: { findings }, text: inWords(findings), found: findings.length > 0 };
  },
};

function inWords(findings: Finding[]): string {
  if (findings.length === 0) return "Everything is in order.";
  const lines = findings.map(({ part, problem }) => `  ${part}: ${problem}`);
  const advice = new Set(findings.map(({ part }) => whatToDo[part]));
  return ["Not in order:", ...lines, "", ...advice].join("\n");
}

const whatToDo: Record<Finding["part"], string> = {
  migrations: "Bring the database up to date: mw migrate.",
  integrity:
    "Stop the server, keep a copy of the files, and restore the newest backup: mw restore.",
  "audit log": "Keep a copy of the database as it is, and find out who had access to its files.",
  "search index": "Make the search index anew: mw reindex.",
  "packed facts": "Pack the facts of precedents anew: mw reindex.",
  documents: "Put missing documents back from a backup: mw restore puts back those that are gone.",
};

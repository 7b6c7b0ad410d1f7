/** `npm run mw -- <command>`: what whoever runs the server does with it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs, type ParseArgsOptionsConfig } from "node:util";
import { exitCodes, isWrongUse, wrongUse, type Command, type Outcome } from "./command.ts";

/** Loaded when asked for: tables are made for the engine of the address, which is read first. */
const commands: Record<string, { summary: string; load: () => Promise<{ command: Command }> }> = {
  migrate: {
    summary: "bring the database up to date, or say whether it is",
    load: () => import("./commands/migrate.ts"),
  },
  check: {
    summary: "look whether database, audit log, search index and documents are in order",
    load: () => import("./commands/check.ts"),
  },
  backup: {
    summary: "make a backup while the server runs",
    load: () => import("./commands/backup.ts"),
  },
  restore: { summary: "put a backup back", load: () => import("./commands/restore.ts") },
  copy: {
    summary: "copy everything to another database, also of the other engine",
    load: () => import("./commands/copy.ts"),
  },
  reindex: { summary: "make the search index anew", load: () => import("./commands/reindex.ts") },
  scrub: {
    summary: "finish the destruction of cases now, to the last byte",
    load: () => import("./commands/scrub.ts"),
  },
  "search-eval": {
    summary: "measure how good the search is on documents of your own",
    load: () => import("./commands/search-eval.ts"),
  },
  user: {
    summary: "add, list, deactivate people; links",
    load: () => import("./commands/user.ts"),
  },
  verify: {
    summary: "check a decision file, or with --full the whole log against the tables",
    load: () => import("./commands/verify.ts"),
  },
  log: {
    summary: "publish a checkpoint of the log, its keys, declare a loss",
    load: () => import("./commands/log.ts"),
  },
  witness: {
    summary: "follow the log of an installation from outside",
    load: () => import("./commands/witness.ts"),
  },
  seed: {
    summary: "fill an empty database with made-up cases, for measuring",
    load: () => import("./commands/seed.ts"),
  },
};

const always = {
  database: { type: "string" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} satisfies ParseArgsOptionsConfig;

const alwaysHelp = `  --database <address>  instead of DATABASE_URL: a path, or postgres://user@host/database
  --json                the outcome as one JSON object on stdout
  --help                this text`;

async function main(args: string[]): Promise<number> {
  const json = args.includes("--json");
  try {
    const outcome = await run(args);
    write(json ? JSON.stringify({ ok: !outcome.found, ...outcome.result }) : outcome.text);
    return outcome.found ? exitCodes.found : exitCodes.done;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (json) write(JSON.stringify({ ok: false, error: message }));
    process.stderr.write(`${message}\n`);
    return isWrongUse(error) ? exitCodes.wrongUse : exitCodes.failed;
  }
}

async function run(args: string[]): Promise<Outcome> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    return { result: { commands: Object.keys(commands) }, text: overview() };
  }
  if (name === "--version") return { result: { version: version() }, text: version() };
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!known) throw wrongUse(`There is no command "${name}". See: mw --help`);
  chooseDatabase(rest);
  const { command } = await known.load();
  const { values, positionals } = parseArgs({
    args: rest,
    options: { ...always, ...command.options },
    allowPositionals: true,
  });
  if (values.help) return { result: { usage: command.usage }, text: helpOf(command) };
  const { least, most } = command.words;
  if (positionals.length < least || positionals.length > most) throw wrongUse(helpOf(command));
  const given = { words: positionals, options: values as Record<string, string | boolean> };
  return command.run(given);
}

/** By the environment, because everything reads the address there. */
function chooseDatabase(args: string[]): void {
  const { values } = parseArgs({ args, options: always, strict: false, allowPositionals: true });
  if (typeof values.database === "string") process.env.DATABASE_URL = values.database;
  // Stdout is for the outcome.
  if (values.json) process.env.LOG_LEVEL = "silent";
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`,
  );
  return `Maatwerkplaats ${version()}. Usage: mw <command> [options]

${lines.join("\n")}

Options of every command:
${alwaysHelp}

mw <command> --help tells more. Exit codes: 0 done, 1 failed, 2 wrongly typed, 3 something is not in order.`;
}

function helpOf({ usage, help }: Command): string {
  const forms = usage.map((form) => `  mw ${form}`).join("\n");
  return `Usage:\n${forms}\n\n${help}\n\nOptions of every command:\n${alwaysHelp}`;
}

function version(): string {
  const file = join(import.meta.dirname, "../../package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

function write(text: string): void {
  process.stdout.write(`${text}\n`);
}

// Not process.exit: what is still to be written must be.
process.exitCode = await main(process.argv.slice(2));

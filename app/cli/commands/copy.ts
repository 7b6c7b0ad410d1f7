import { copyDatabase } from "#db/copy.ts";
import { copyKeys, keysFolderOf } from "#db/keys.ts";
import { withoutPassword } from "#db/postgres/addresses.ts";
import { progress, say, wrongUse, type Command } from "../command.ts";

export const command: Command = {
  usage: ["copy <from> <to>"],
  help: `Copies everything from one database to another: between SQLite and PostgreSQL, or two of a kind. An
address is a path or postgres://user@host/database. Stop the server first: what is changed during the copy is not
copied. The destination must be empty, or for SQLite not there yet; it stays empty until everything has
arrived and was counted. The audit log keeps its order and goes on after its highest number. The search
index is made again there. Documents are files and stay in DOCUMENTS_DIR. The keys go along where the
two databases look for them in different folders.`,
  options: {},
  words: { least: 2, most: 2 },
  run: async ({ words: [from = "", to = ""] }) => {
    if (from === to) throw wrongUse("From and to are the same database.");
    const started = performance.now();
    const said = new Map<string, ReturnType<typeof progress>>();
    const tables = await copyDatabase(from, to, {
      onTable: (table, done, all) => {
        const tell = said.get(table) ?? progress(table);
        said.set(table, tell);
        tell(done, all);
      },
      onStage: say,
    });
    const keys = copyKeys(from, to) ? `The keys were copied to ${keysFolderOf(to)}.\n` : "";
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    const rows = [...tables.values()].reduce((sum, count) => sum + count, 0);
    const rowsPerSecond = Math.round(rows / seconds);
    const text = `${rows} rows in ${tables.size} tables were copied in ${seconds} s (${rowsPerSecond} a second), and counted in both.
Documents were not copied: they are files, and stay in DOCUMENTS_DIR.
${keys}To use the copy: DATABASE_URL=${withoutPassword(to)}`;
    const result = { tables: Object.fromEntries(tables), rows, seconds, rowsPerSecond };
    return { result, text };
  },
};

import { dialect, openDatabase, stopDatabase } from "#db";
import { finishDestructions } from "../../server/destruction-finishing.server.ts";
import { settings } from "../../server/settings.server.ts";
import { say, type Command } from "../command.ts";

export const command: Command = {
  usage: ["scrub"],
  help: `Finishes the destruction of cases now: deletes the files of their documents and their keys, and writes the
files of the database anew, so that no bytes of what was deleted are left in them. The server does this by itself:
at once with a small database, otherwise at night. It needs as much free disk as the database takes. The server may
run; nobody changes anything meanwhile (SQLite), or each table in its turn is locked while it is written (PostgreSQL).

With PostgreSQL the write-ahead log keeps what was written until it is overwritten. The administrator of the database
server renews it, where that may not wait, and does the same with archives of it, replicas and backups:
  alter system set wal_recycle = off; select pg_reload_conf(); select pg_switch_wal(); checkpoint; checkpoint;
and then: alter system reset wal_recycle; select pg_reload_conf();

Exit code 3: somebody else used the files. Try again later.`,
  options: {},
  words: { least: 0, most: 0 },
  run: async () => {
    const { databaseUrl, database } = settings();
    await openDatabase(databaseUrl, database);
    try {
      say("writing the files anew");
      const result = await finishDestructions({ now: true });
      return { result, text: inWords(result), found: result.waiting > 0 };
    } finally {
      await stopDatabase();
    }
  },
};

type Result = { finished: number; waiting: number };

function inWords({ finished, waiting }: Result): string {
  if (waiting > 0)
    return `${waiting} destroyed cases wait: somebody else used the files. Try again later.`;
  if (finished === 0) return "There was nothing to finish.";
  const left = dialect === "postgres" ? " See mw scrub --help about the write-ahead log." : "";
  return `Nothing is left of ${finished} destroyed cases in the files of the database.${left}`;
}

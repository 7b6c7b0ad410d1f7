/** Reading what is in a dump of pg_dump, without a database. */
import type { Made } from "../backup-folder.ts";
import { call } from "./programs.ts";

/** Where drizzle keeps which migrations were done. */
export const historySchema = "drizzle";

const heading = /^COPY "?([^".]+)"?\."?([^" ]+)"? \((.*)\) FROM stdin;$/;

type Row = Record<string, string>;

/** Goes through the whole dump: one that is cut off or damaged does not get past this. */
export async function readDump(pgRestore: string, file: string): Promise<Made> {
  await call(pgRestore, { args: ["--list", file] });
  const tables: Record<string, number> = {};
  const made: Made = { inventory: { tables, newestEvent: 0, migrations: [] }, documents: [] };
  let table: { name: string; take: (line: string) => void } | null = null;
  const onLine = (line: string) => {
    if (table !== null && line === "\\.") table = null;
    else if (table !== null) table.take(line);
    else {
      const [, schema, name, columns = ""] = heading.exec(line) ?? [];
      if (schema === undefined || name === undefined) return;
      const isHistory = schema === historySchema;
      if (!isHistory) tables[name] = 0;
      const names = columns.replaceAll('"', "").split(", ");
      const keep = keeping(made, isHistory ? "history" : name);
      const take = (row: string) => {
        if (!isHistory) tables[name] = (tables[name] ?? 0) + 1;
        keep?.(asRow(names, row));
      };
      table = { name, take };
    }
  };
  await call(pgRestore, { args: ["--data-only", "--file=-", file], onLine });
  made.inventory.migrations.sort((a, b) => a.createdAt - b.createdAt);
  return made;
}

/** What is looked at of the rows of a table; nothing of most. */
function keeping({ inventory, documents }: Made, table: string): ((row: Row) => void) | undefined {
  const kept: Record<string, (row: Row) => void> = {
    history: ({ hash = "", created_at }) =>
      inventory.migrations.push({ hash, createdAt: Number(created_at) }),
    audit_events: ({ sequence }) => {
      inventory.newestEvent = Math.max(inventory.newestEvent, Number(sequence));
    },
    documents: ({ stored_name: storedName = "", sha256 = "" }) =>
      documents.push({ storedName, sha256 }),
  };
  return kept[table];
}

function asRow(names: string[], line: string): Row {
  const values = line.split("\t");
  return Object.fromEntries(names.map((name, place) => [name, values[place] ?? ""]));
}

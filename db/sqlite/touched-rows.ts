/**
 * Notes which rows a change touches, by triggers that only the application's own connection has:
 * whoever changes the file around it leaves no note, and so a row that no event vouches for.
 */
import type { Touched } from "../engine.ts";
import { sealedTables, type SealedTable } from "../sealed-tables.ts";
import type { Client } from "./connection.ts";

export type TouchedRows = {
  /** Forgets what was noted before. */
  clear: () => void;
  list: () => Touched[];
  note: (rows: Touched[]) => void;
};

export function noteTouchedRows(writer: Client): TouchedRows {
  writer.pragma("temp_store = MEMORY");
  writer.exec("CREATE TEMP TABLE touched_rows (name TEXT NOT NULL, key TEXT NOT NULL)");
  for (const table of sealedTables) writer.exec(triggersOf(table));
  const clear = writer.prepare("DELETE FROM temp.touched_rows");
  const list = writer.prepare<[], Touched>(
    "SELECT DISTINCT name AS 'table', key FROM temp.touched_rows",
  );
  const note = writer.prepare<[string, string]>("INSERT INTO temp.touched_rows VALUES (?, ?)");
  return {
    clear: () => void clear.run(),
    list: () => list.all(),
    note: (rows) => {
      for (const { table, key } of rows) note.run(table, key);
    },
  };
}

function triggersOf({ name, key }: SealedTable): string {
  const parts = (row: string) =>
    `json_array(${key.map(({ column }) => `CAST(${row}."${column}" AS TEXT)`).join(", ")})`;
  const noted = (row: string) => `INSERT INTO temp.touched_rows VALUES ('${name}', ${parts(row)});`;
  const moved = `INSERT INTO temp.touched_rows SELECT '${name}', ${parts("OLD")} WHERE ${parts("OLD")} <> ${parts("NEW")};`;
  return `
    CREATE TEMP TRIGGER "${name}_put" AFTER INSERT ON main."${name}" BEGIN ${noted("NEW")} END;
    CREATE TEMP TRIGGER "${name}_changed" AFTER UPDATE ON main."${name}" BEGIN ${noted("NEW")} ${moved} END;
    CREATE TEMP TRIGGER "${name}_gone" AFTER DELETE ON main."${name}" BEGIN ${noted("OLD")} END;`;
}

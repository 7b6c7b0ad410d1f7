/** Statements around the application, on whatever engine is open. */
import { dialect, postgres, sqlite } from "#db";

/** The rows of a query, each as its values in the order of the columns. */
export async function rawRows(statement: string): Promise<unknown[][]> {
  if (dialect === "sqlite") return sqlite().writer.prepare(statement).raw().all() as unknown[][];
  const { rows } = await postgres().hosts.query<unknown[]>({ text: statement, rowMode: "array" });
  return rows;
}

/** Makes a change, or throws what the database says against it. */
export async function rawRun(statement: string): Promise<void> {
  if (dialect === "sqlite") sqlite().writer.exec(statement);
  else await postgres().hosts.query(statement);
}

/** The tables of the application, without the search index. */
export async function tableNames(): Promise<string[]> {
  const rows = await rawRows(
    dialect === "sqlite"
      ? "select name from sqlite_master where type = 'table' and name not like '\\_\\_%' escape '\\' and name not like 'sqlite%'"
      : "select tablename from pg_tables where schemaname = current_schema()",
  );
  return rows
    .map(([name]) => String(name))
    .filter((name) => !name.includes("search"))
    .sort();
}
/** Lets rows stand alone that otherwise hang on others, for as long as this database is open. */
export async function withoutForeignKeys(): Promise<void> {
  if (dialect === "sqlite") return void sqlite().writer.pragma("foreign_keys = OFF");
  const keys = await rawRows(
    "select conrelid::regclass::text, conname from pg_constraint where contype = 'f'",
  );
  for (const [table, name] of keys) {
    await rawRun(`alter table ${String(table)} drop constraint "${String(name)}"`);
  }
}
/** Lets the log be changed, as who has the database around the application can. */
export async function withoutLogTriggers(): Promise<void> {
  if (dialect === "sqlite") {
    const rows = await rawRows(
      "select name from sqlite_master where type = 'trigger' and tbl_name = 'audit_events'",
    );
    for (const [name] of rows) await rawRun(`drop trigger "${String(name)}"`);
    return;
  }
  for (const guard of ["removal", "change"]) {
    await rawRun(`alter table audit_events disable trigger audit_events_no_${guard}`);
  }
}
/** Takes away every event after this one, and all trace of it. */
export async function cutLog(newest: number): Promise<void> {
  await withoutLogTriggers();
  await rawRun(`delete from audit_events where sequence > ${newest}`);
  if (dialect === "postgres") return;
  await rawRun(`update sqlite_sequence set seq = ${newest} where name = 'audit_events'`);
}

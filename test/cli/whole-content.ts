/** Everything in a database, in a form in which two of any engine can be compared. */
import Sqlite from "better-sqlite3";
import pg from "pg";
import { dialectOf } from "#db";

export type WholeContent = Record<string, string[]>;

/** The rows of every table of the application, of what is searched too; each row as text, sorted. */
export async function wholeContent(url: string): Promise<WholeContent> {
  const content: WholeContent = {};
  await withQuery(url, async (query) => {
    for (const [table, columns] of await columnsOf(query, dialectOf(url))) {
      const list = columns.map((name) => `"${name}"`).join(", ");
      const rows = await query(`select ${list} from "${table}"`);
      content[table] = rows.map((row) => JSON.stringify(row.map(plain))).sort();
    }
  });
  return content;
}

type Query = (statement: string) => Promise<unknown[][]>;

export async function withQuery<T>(url: string, use: (query: Query) => Promise<T>): Promise<T> {
  if (dialectOf(url) === "sqlite") {
    const client = new Sqlite(url.replace(/^file:/, ""), { fileMustExist: true });
    try {
      return await use((statement) => {
        const prepared = client.prepare(statement);
        if (!prepared.reader) return Promise.resolve([[prepared.run().changes]]);
        return Promise.resolve(prepared.raw().all() as unknown[][]);
      });
    } finally {
      client.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(async (text) => {
      const { rows } = await client.query<unknown[]>({ text, rowMode: "array" });
      return rows;
    });
  } finally {
    await client.end();
  }
}

async function columnsOf(query: Query, dialect: string): Promise<Map<string, string[]>> {
  const rows = await query(
    dialect === "sqlite"
      ? "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table' and m.sql not like 'create virtual%'"
      : "select table_name, column_name from information_schema.columns where table_schema = current_schema()",
  );
  const columns = new Map<string, string[]>();
  for (const [table, column] of rows as [string, string][]) {
    const skipped = /^sqlite_|^__|search/.test(table) && table !== "search_words";
    if (!skipped) columns.set(table, [...(columns.get(table) ?? []), column].sort());
  }
  return new Map([...columns].sort());
}

function plain(value: unknown): unknown {
  return typeof value === "boolean" ? Number(value) : value;
}

/** What the bare server asks of a database: the list of the product, and an insert that is kept. */
import Sqlite from "better-sqlite3";
import pg from "pg";

export type Row = {
  id: string;
  number: string;
  title: string;
  status: string;
  scope: string | null;
  received_at: number;
  urgency_kind: string | null;
  coordinator: string | null;
};

export type BareStore = {
  list: (organisationId: string) => Row[] | Promise<Row[]>;
  insert: () => unknown;
  close: () => Promise<void>;
};

// The columns, joins and order of the product's own list.
const list = (placeholder: string) => `
  select c.id, c.number, c.title, c.status, s.name as scope, c.received_at, c.extended_until,
    c.urgency_kind, c.urgency_date, p.name as coordinator, c.updated_at
  from case_files c left join people p on p.id = c.coordinator_id
    left join scopes s on s.id = c.scope_id
  where c.organisation_id = ${placeholder} order by c.updated_at desc, c.id desc limit 26`;

const rating = ["item", "person", 3, ""];

export function bareSqlite(file: string): BareStore {
  const reader = new Sqlite(file, { readonly: true });
  reader.pragma("mmap_size = 268435456");
  const listed = reader.prepare<[string], Row>(list("?"));
  const writer = new Sqlite(`${file}.bare`);
  writer.pragma("journal_mode = WAL");
  writer.pragma("synchronous = FULL");
  writer.exec(`create table if not exists ratings
    (id integer primary key, item text not null, person text not null, value integer, reason text)`);
  const insert = writer.prepare(
    "insert into ratings (item, person, value, reason) values (?, ?, ?, ?)",
  );
  return {
    list: (organisationId) => listed.all(organisationId),
    insert: () => insert.run(...rating),
    close: async () => {
      reader.close();
      writer.close();
    },
  };
}

export async function barePostgres(connectionString: string): Promise<BareStore> {
  const pool = new pg.Pool({ connectionString, max: 10 });
  await pool.query("drop table if exists bare_ratings");
  await pool.query(`create table bare_ratings (id bigint generated always as identity primary key,
    item text not null, person text not null, value integer, reason text)`);
  const insert = "insert into bare_ratings (item, person, value, reason) values ($1, $2, $3, $4)";
  return {
    list: async (organisationId) => {
      const query = { name: "list", text: list("$1"), values: [organisationId] };
      return (await pool.query<Row>(query)).rows;
    },
    insert: () => pool.query({ name: "insert", text: insert, values: rating }),
    close: async () => {
      await pool.query("drop table bare_ratings");
      await pool.end();
    },
  };
}

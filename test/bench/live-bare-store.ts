/** What the bare live server asks of a database: keep one answer, tell a case, read its page. */
import Sqlite from "better-sqlite3";
import pg from "pg";

export type Answer = { person: string; criterion: string; option: string; value: number };

export type LiveStore = {
  keep: (answer: Answer) => unknown;
  reveal: (caseId: string) => unknown;
  /** Who sits on the panels of a case, as the page of the product shows. */
  page: (caseId: string) => unknown[] | Promise<unknown[]>;
  close: () => Promise<void>;
};

const tables = [
  `create table if not exists bare_answers (person text not null, criterion text not null,
    option text not null, value integer not null, at bigint not null,
    primary key (person, criterion, option))`,
  `create table if not exists bare_reveals (case_id text primary key, at bigint not null)`,
];

function statements(placeholder: (place: number) => string) {
  const values = (count: number) =>
    Array.from({ length: count }, (_, place) => placeholder(place + 1)).join(", ");
  return {
    keep: `insert into bare_answers (person, criterion, option, value, at) values (${values(5)})
      on conflict (person, criterion, option) do update set value = excluded.value, at = excluded.at`,
    reveal: `insert into bare_reveals (case_id, at) values (${values(2)})
      on conflict (case_id) do update set at = excluded.at`,
    page: `select p.name, m.perspective, m.ready_at, c.title, c.number, i.phase
      from agenda_items i join case_files c on c.id = i.case_id
        join panel_members m on m.agenda_item_id = i.id join people p on p.id = m.person_id
      where i.case_id = ${placeholder(1)} order by p.name`,
  };
}

const answerValues = ({ person, criterion, option, value }: Answer) => [
  person,
  criterion,
  option,
  value,
  Date.now(),
];

export function liveSqlite(file: string): LiveStore {
  const reader = new Sqlite(file, { readonly: true });
  const writer = new Sqlite(`${file}.bare`);
  writer.pragma("journal_mode = WAL");
  writer.pragma("synchronous = FULL");
  for (const table of tables) writer.exec(table);
  const sql = statements(() => "?");
  const keep = writer.prepare(sql.keep);
  const reveal = writer.prepare(sql.reveal);
  const page = reader.prepare<[string]>(sql.page);
  return {
    keep: (answer) => keep.run(...answerValues(answer)),
    reveal: (caseId) => reveal.run(caseId, Date.now()),
    page: (caseId) => page.all(caseId),
    close: () => {
      reader.close();
      writer.close();
      return Promise.resolve();
    },
  };
}

export async function livePostgres(connectionString: string): Promise<LiveStore> {
  const pool = new pg.Pool({ connectionString, max: 10 });
  for (const table of tables) await pool.query(table);
  const sql = statements((place) => `$${place}`);
  const ask = (name: "keep" | "reveal" | "page", values: unknown[]) =>
    pool.query<Record<string, unknown>>({ name, text: sql[name], values });
  return {
    keep: (answer) => ask("keep", answerValues(answer)),
    reveal: (caseId) => ask("reveal", [caseId, Date.now()]),
    page: async (caseId) => (await ask("page", [caseId])).rows,
    close: () => pool.end(),
  };
}

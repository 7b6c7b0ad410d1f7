/**
 * The least a server can do with the same data: `node:http` and better-sqlite3, a list of 25 rows
 * as HTML and an insert that is on disk before it answers. What the product costs is measured
 * against this.
 */
import { createServer } from "node:http";
import Sqlite from "better-sqlite3";
import { answerUsage } from "./usage.ts";

const { BARE_PORT = "0", BARE_DATABASE = "", BARE_ORGANISATION = "" } = process.env;

const reader = new Sqlite(BARE_DATABASE, { readonly: true });
reader.pragma("mmap_size = 268435456");
type Row = {
  id: string;
  number: string;
  title: string;
  status: string;
  scope: string | null;
  receivedAt: number;
  urgency: string | null;
  coordinator: string | null;
};
// The columns, joins and order of the product's own list.
const list = reader.prepare<[string], Row>(`
  select c.id, c.number, c.title, c.status, s.name as scope, c.received_at as receivedAt,
    c.extended_until, c.urgency_kind as urgency, c.urgency_date, p.name as coordinator, c.updated_at
  from case_files c left join people p on p.id = c.coordinator_id
    left join scopes s on s.id = c.scope_id
  where c.organisation_id = ? order by c.updated_at desc, c.id desc limit 26`);

const writer = new Sqlite(`${BARE_DATABASE}.bare`);
writer.pragma("journal_mode = WAL");
writer.pragma("synchronous = FULL");
writer.exec(`create table if not exists ratings
  (id integer primary key, item text not null, person text not null, value integer, reason text)`);
const insert = writer.prepare(
  "insert into ratings (item, person, value, reason) values (?, ?, ?, ?)",
);

const server = createServer((request, response) => {
  if (request.method === "POST") {
    request.resume().on("end", () => {
      insert.run("item", "person", 3, "");
      response.writeHead(200, { "Content-Type": "application/json" }).end('{"ok":true}');
    });
    return;
  }
  const rows = list.all(BARE_ORGANISATION).slice(0, 25).map(rowOf);
  const page = `<!doctype html><html lang="nl"><head><title>Casussen</title></head><body><table>${rows.join("")}</table></body></html>`;
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page);
});

function rowOf({
  id,
  number,
  title,
  status,
  scope,
  receivedAt,
  urgency,
  coordinator,
}: Row): string {
  const cells = [
    status,
    scope ?? "",
    new Date(receivedAt).toISOString(),
    urgency ?? "",
    coordinator ?? "",
  ];
  const shown = cells.map((cell) => `<td>${escaped(cell)}</td>`).join("");
  return `<tr><th><a href="/casussen/${id}">${number} ${escaped(title)}</a></th>${shown}</tr>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

server.listen(Number(BARE_PORT), "127.0.0.1", () => {
  answerUsage(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  process.send?.({ ready: true });
});

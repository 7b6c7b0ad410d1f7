/**
 * The least a server can do with the same data: `node:http` and the driver of the engine, a list of
 * 25 rows as HTML and an insert that is on disk before it answers. What the product costs is
 * measured against this.
 */
import { createServer } from "node:http";
import { barePostgres, bareSqlite, type Row } from "./bare-store.ts";
import { answerUsage } from "./usage.ts";

const { PORT = "0", DATABASE_URL = "", BARE_ORGANISATION = "" } = process.env;

const isPostgres = DATABASE_URL.startsWith("postgres");
const store = isPostgres ? await barePostgres(DATABASE_URL) : bareSqlite(DATABASE_URL);

const server = createServer((request, response) => {
  if (request.method === "POST") {
    request.resume().on("end", () => {
      void Promise.resolve(store.insert()).then(() => {
        response.writeHead(200, { "Content-Type": "application/json" }).end('{"ok":true}');
      });
    });
    return;
  }
  void Promise.resolve(store.list(BARE_ORGANISATION)).then((rows) => {
    const shown = rows.slice(0, 25).map(rowOf).join("");
    const page = `<!doctype html><html lang="nl"><head><title>Casussen</title></head><body><table>${shown}</table></body></html>`;
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end(page);
  });
});

function rowOf(row: Row): string {
  const received = new Date(Number(row.received_at)).toISOString();
  const texts = [row.scope, received, row.urgency_kind, row.coordinator].map((text) => text ?? "");
  const cells = [row.status, ...texts];
  const shown = cells.map((cell) => `<td>${escaped(cell)}</td>`).join("");
  return `<tr><th><a href="/casussen/${row.id}">${row.number} ${escaped(row.title)}</a></th>${shown}</tr>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

server.listen(Number(PORT), "127.0.0.1", () => {
  answerUsage(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await store.close();
  });
  process.send?.({ ready: true });
});

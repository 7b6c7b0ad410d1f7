/**
 * The least a server needs for a live session: express and the driver of the engine. Keeps one
 * answer, tells everyone who listens that a case is revealed, and reads them what a page shows.
 */
import { createServer } from "node:http";
import express, { type Response } from "express";
import { livePostgres, liveSqlite } from "./live-bare-store.ts";
import { answerUsage } from "./usage.ts";

const { PORT = "0", DATABASE_URL = "" } = process.env;
const heartbeatMs = 15_000;

const isPostgres = DATABASE_URL.startsWith("postgres");
const store = isPostgres ? await livePostgres(DATABASE_URL) : liveSqlite(DATABASE_URL);
const listening = new Set<Response>();
let events = 0;

const app = express();
app.use(express.urlencoded({ extended: false }));
app.get("/gebeurtenissen", (_request, response) => {
  response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
  response.write("retry: 3000\n\n");
  listening.add(response);
  response.once("close", () => listening.delete(response));
});
app.post("/oordeel", (request, response, next) => {
  const { key, optionId, choice } = request.body as Record<string, string>;
  const cell = { criterion: key ?? "", option: optionId ?? "", value: Number(choice) };
  Promise.resolve(store.keep({ person: "one", ...cell })).then(
    () => response.json({ ok: true }),
    next,
  );
});
app.post("/onthullen/:caseId", (request, response, next) => {
  Promise.resolve(store.reveal(request.params.caseId)).then(() => {
    tellAll(`id: ${(events += 1)}\ndata: {"area":"item"}\n\n`);
    response.json({ ok: true });
  }, next);
});
app.get("/casussen/:caseId", (request, response, next) => {
  Promise.resolve(store.page(request.params.caseId)).then((rows) => response.json(rows), next);
});

function tellAll(text: string): void {
  for (const response of listening) response.write(text);
}

setInterval(() => tellAll(":\n\n"), heartbeatMs).unref();
const server = createServer(app);
server.listen(Number(PORT), "127.0.0.1", () => {
  answerUsage(async () => {
    server.closeAllConnections();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    await store.close();
  });
  process.send?.({ ready: true });
});

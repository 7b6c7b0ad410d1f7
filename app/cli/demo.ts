/** `npm run demo`: the product on a fresh database with examples, with a role picker to sign in. */
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import { openDatabase, stopDatabase } from "#db";
import { serve } from "../server.ts";
import { loadExampleData } from "../server/example-data.server.ts";
import { settings, type Settings } from "../server/settings.server.ts";
import { stopOnSignals } from "../server/stopping.server.ts";

/** The demo's own files; nothing else is ever removed. */
const databaseFile = "./data/demo.db";
const documentsDir = "./data/demo-documents";

async function main(): Promise<void> {
  // By the environment, because the built application reads its settings there too.
  process.env.DEMO = "1";
  process.env.DATABASE_URL = databaseFile;
  process.env.DOCUMENTS_DIR = documentsDir;
  process.env.LOG_LEVEL ??= "warn";
  const config = settings();
  await assertPortIsFree(config);
  removeEarlierDemo();
  await fillDatabase();
  const running = await serve(config);
  process.stdout.write(
    `\n  Maatwerkplaats: ${running.address}\n\n` +
      "  Voorbeeldomgeving: kies op de inlogpagina een persoon. Stoppen: Ctrl+C.\n" +
      "  Demonstration: pick a person on the sign-in page. Stop with Ctrl+C.\n\n",
  );
  stopOnSignals(running.stop);
}

/** Before anything is removed: a demo that is running keeps its database. */
function assertPortIsFree({ host, port }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", () =>
      reject(
        new Error(
          `Port ${port} is in use. Stop what runs there, or choose another: PORT=${port + 1} npm run demo`,
        ),
      ),
    );
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

function removeEarlierDemo(): void {
  for (const ending of ["", "-wal", "-shm"]) rmSync(databaseFile + ending, { force: true });
  rmSync(documentsDir, { recursive: true, force: true });
}

async function fillDatabase(): Promise<void> {
  await openDatabase(databaseFile);
  await loadExampleData();
  await stopDatabase();
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

import { readFileSync, rmSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { dialect } from "#db";
import {
  beginBackup,
  databaseIn,
  documentsIn,
  finishBackup,
  type Manifest,
} from "#db/backup-folder.ts";
import { copyDocuments } from "#db/document-files.ts";
import { totalRows } from "#db/inventory.ts";
import { dumpPostgres } from "#db/postgres/backup.ts";
import { backUpSqlite } from "#db/sqlite/backup.ts";
import { settings } from "../../server/settings.server.ts";
import { progress, say, type Command } from "../command.ts";

export const command: Command = {
  usage: ["backup <folder> [--without-documents]"],
  help: `Makes a backup in a new folder: the database, the documents, and backup.json, which says what is
in it. The server may run: nobody waits, and the backup is the state of one moment. It is checked
before it gets its name: a folder that is not called ....part is whole. With PostgreSQL this calls
pg_dump. Put backups on another machine as well.

  --without-documents  only the database, where documents are kept safe otherwise: they are
                       written once and never changed, so rsync of DOCUMENTS_DIR does it

Exit code 3: the backup was made, but a document was gone or damaged before.`,
  options: { "without-documents": { type: "boolean" } },
  words: { least: 1, most: 1 },
  run: async ({ words: [path = ""], options }) => {
    // The server goes first, where both want the processor.
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
    const started = performance.now();
    const unfinished = beginBackup(path);
    try {
      const manifest = await fill(unfinished, options["without-documents"] !== true);
      const folder = finishBackup(unfinished, manifest);
      const seconds = Math.round((performance.now() - started) / 100) / 10;
      const { documents, inventory } = manifest;
      const rows = totalRows(inventory);
      const result = { folder, seconds, rows, newestEvent: inventory.newestEvent, documents };
      const damaged = documents?.damaged ?? [];
      return { result, text: inWords(folder, manifest, seconds), found: damaged.length > 0 };
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      throw error;
    }
  },
};

async function fill(folder: string, withDocuments: boolean): Promise<Manifest> {
  const { databaseUrl, documentsDir } = settings();
  const database = databaseIn(folder, dialect);
  const onProgress = progress("database");
  const { inventory, documents } =
    dialect === "postgres"
      ? await dumpPostgres(databaseUrl, database, say)
      : await backUpSqlite(databaseUrl, database, { onProgress, onStage: say });
  const manifest: Manifest = {
    format: 1,
    version: version(),
    engine: dialect,
    madeAt: new Date().toISOString(),
    inventory,
    documents: null,
  };
  if (!withDocuments) return manifest;
  const { damaged } = await copyDocuments(documents, {
    from: documentsDir,
    to: documentsIn(folder),
    onProgress: progress("documents"),
  });
  return { ...manifest, documents: { count: documents.length, damaged } };
}

function inWords(folder: string, { inventory, documents }: Manifest, seconds: number): string {
  const lines = [
    `${folder} is made and checked, in ${seconds} s:`,
    `  ${totalRows(inventory)} rows, up to audit event ${inventory.newestEvent}`,
    documents === null ? "  without documents" : `  ${documents.count} documents`,
  ];
  for (const name of documents?.damaged ?? []) {
    lines.push(`  document ${name} is gone or damaged: see mw check --hashes`);
  }
  return lines.join("\n");
}

function version(): string {
  const file = join(import.meta.dirname, "../../../package.json");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}

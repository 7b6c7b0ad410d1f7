import { existsSync } from "node:fs";
import { join } from "node:path";
import { max } from "drizzle-orm";
import { auditEvents, db, dialect, openDatabase, stopDatabase, systemActor } from "#db";
import { readBackup, type Backup } from "#db/backup-folder.ts";
import { copyDocuments, type CopiedDocuments, type DocumentFile } from "#db/document-files.ts";
import { restorePostgres } from "#db/postgres/restore.ts";
import { restoreSqlite } from "#db/sqlite/restore.ts";
import { destroyAgain } from "../../server/destroyed-again.server.ts";
import { settings } from "../../server/settings.server.ts";
import { progress, say, type Command } from "../command.ts";

export const command: Command = {
  usage: ["restore <backup> [--yes]"],
  help: `Puts a backup back: a folder made by mw backup, or a single .db file such as data/backups holds.
Stop the server first. The backup is checked before anything changes, and brought up to date when an
older version made it; one of a newer version is refused. The present database is kept under another
name and documents that are there stay. Nothing is removed, but for cases that were destroyed after the
backup was made: they are destroyed again.

  --yes  also when there is a database already

Exit code 3: the database is back, but documents of it are missing or damaged.`,
  options: { yes: { type: "boolean" } },
  words: { least: 1, most: 1 },
  run: async ({ words: [path = ""], options }) => {
    const backup = readBackup(path);
    if (backup.engine !== dialect) {
      throw new Error(
        `This backup is of ${backup.engine} and the address is of ${dialect}: restore it to its own kind, then use mw copy.`,
      );
    }
    const restore = dialect === "postgres" ? restorePostgres : restoreSqlite;
    const { databaseUrl } = settings();
    let documents: CopiedDocuments = { copied: 0, damaged: [] };
    const { aside } = await restore(databaseUrl, {
      backup: backup.database,
      wanted: backup.manifest?.inventory,
      replace: options.yes === true,
      onStage: say,
      // Before the database is in place: it never names documents that have yet to come.
      beforeReplacing: async (named) => {
        documents = await bringDocuments(backup, named);
      },
    });
    const { newestEvent, destroyedAgain } = await record(backup);
    const result = { database: databaseUrl, aside, newestEvent, destroyedAgain, documents };
    return { result, text: inWords(result), found: documents.damaged.length > 0 };
  },
};

async function bringDocuments(
  { documents }: Backup,
  named: DocumentFile[],
): Promise<CopiedDocuments> {
  const { documentsDir } = settings();
  if (documents !== null) {
    const onProgress = progress("documents");
    return copyDocuments(named, { from: documents, to: documentsDir, onProgress });
  }
  const gone = named.filter(({ storedName }) => !existsSync(join(documentsDir, storedName)));
  return { copied: 0, damaged: gone.map(({ storedName }) => storedName) };
}

/** Putting back an earlier state is part of the history; gives the number of that event. */
async function record({ manifest }: Backup) {
  const { databaseUrl, database } = settings();
  await openDatabase(databaseUrl, database);
  try {
    const [newest] = await db.read.select({ n: max(auditEvents.sequence) }).from(auditEvents);
    await db.write(systemActor, (tx) =>
      tx.record({
        kind: "installation.restored",
        subject: { type: "installation", id: "database" },
        details: { backupOf: manifest?.madeAt ?? null, newestEvent: newest?.n ?? 0 },
      }),
    );
    return { newestEvent: (newest?.n ?? 0) + 1, destroyedAgain: await destroyAgain() };
  } finally {
    await stopDatabase();
  }
}

type Restored = {
  aside: string | null;
  newestEvent: number;
  destroyedAgain: number;
  documents: CopiedDocuments;
};

function inWords({ aside, newestEvent, destroyedAgain, documents }: Restored): string {
  const lines = [
    `The backup is back, up to audit event ${newestEvent - 1}; event ${newestEvent} says it was restored.`,
    `  ${documents.copied} documents put back`,
  ];
  if (destroyedAgain > 0) lines.push(`  ${destroyedAgain} cases destroyed again`);
  if (aside !== null) lines.push(`  What was there before is kept as ${aside}`);
  for (const name of documents.damaged) lines.push(`  document ${name} is missing or damaged`);
  return lines.join("\n");
}

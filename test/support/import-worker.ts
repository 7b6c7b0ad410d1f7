/** Works on imports in a process of its own, which a test can kill. */
import { openDatabase, stopDatabase } from "#db";
import { workOnImports } from "#app/server/precedent-import-work.server.ts";

await openDatabase(process.env.DATABASE_URL ?? "");
await workOnImports();
await stopDatabase();

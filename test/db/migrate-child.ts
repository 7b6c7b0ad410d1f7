/** Migrates the database of DATABASE_URL by the folder given; says when it begins. */
import { dialect } from "#db";
import { migrate as migratePostgres } from "../../db/postgres/migrate.ts";
import { openWriter } from "../../db/sqlite/connection.ts";
import { migrate as migrateSqlite } from "../../db/sqlite/migrate.ts";

const [url = "", folder = ""] = process.argv.slice(2);
process.stdout.write("begins\n");
if (dialect === "postgres") await migratePostgres(url, folder);
else await migrateSqlite(openWriter(url), url, folder);
process.stdout.write("done\n");

/**
 * `node test/db/keep-release.ts`, once for a release: keeps a filled database of this version and
 * each engine, which every later version has to bring up to date (released.test.ts).
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
process.env.DOCUMENTS_DIR = mkdtempSync(join(tmpdir(), "maatwerkplaats-documents-"));

if (process.env.DATABASE_URL === undefined) {
  const { startPostgres } = await import("../support/postgres-server.ts");
  const server = await startPostgres();
  for (const url of ["./none.db", server.url("postgres")]) {
    const env = { ...process.env, DATABASE_URL: url };
    execFileSync(process.execPath, [import.meta.filename], { env, stdio: "inherit" });
  }
  await server.stop();
} else {
  const { keepRelease } = await import("./released.ts");
  await keepRelease(version);
}

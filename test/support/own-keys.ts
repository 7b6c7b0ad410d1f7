/** On PostgreSQL keys lie beside no file: every test file has a folder of its own, which its processes share. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

if (process.env.TEST_ENGINE === "postgres")
  process.env.KEYS_DIR = mkdtempSync(join(tmpdir(), "maatwerkplaats-keys-"));

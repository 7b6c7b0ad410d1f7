import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serve, type Running } from "../../app/server.ts";
import { parseSettings, settings } from "../../app/server/settings.server.ts";
import { freePort } from "./free-port.ts";

/**
 * The built application on a free port, on the database file given. In this process, so that a
 * test can set the clock; the settings go by the environment, which the build reads too.
 */
export async function startServer(
  file: string,
  more: Record<string, string> = {},
): Promise<Running> {
  const port = process.env.PORT ?? String(await freePort());
  Object.assign(process.env, {
    PORT: port,
    DATABASE_URL: file,
    DOCUMENTS_DIR:
      process.env.DOCUMENTS_DIR ?? mkdtempSync(join(tmpdir(), "maatwerkplaats-documents-")),
    DEMO: "1",
    ...more,
  });
  Object.assign(settings(), parseSettings(process.env));
  return serve(settings());
}

/** `mw verify --full`: the whole log against the tables, and against checkpoints kept elsewhere. */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { openDatabase, stopDatabase } from "#db";
import type { Language } from "../domain/local-text.ts";
import { verificationInWords } from "../server/log-verification-words.server.ts";
import { verifyLog } from "../server/log-verification.server.ts";
import { settings } from "../server/settings.server.ts";
import { progress, wrongUse, type Outcome } from "./command.ts";

type Asked = { checkpoints: string[]; language: Language };

export async function verifyFull({ checkpoints, language }: Asked): Promise<Outcome> {
  const outside = checkpoints.map((file) => ({ name: basename(file), note: read(file) }));
  const { databaseUrl, database } = settings();
  const said = progress("checked");
  await openDatabase(databaseUrl, database);
  try {
    const found = await verifyLog({ outside, onProgress: (part) => said(part, 1) });
    const text = verificationInWords(found, language);
    return { result: found, text, found: found.findings.length > 0 };
  } finally {
    await stopDatabase();
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw wrongUse(`${file} cannot be read: ${problem}`);
  }
}

/** Running commands as people do: in a process of their own. */
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { exampleContent } from "../support/example.ts";

/** Where an installation keeps its things. */
export type Place = { url: string; documents: string; folder: string };
export type Said = { code: number; out: string; err: string };

const program = resolve("app/cli/mw.ts");

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "maatwerkplaats-cli-"));
}

/** An installation with all example data, documents too. */
export async function examplePlace(): Promise<Place> {
  const content = await exampleContent();
  const folder = newFolder();
  const documents = join(folder, "documents");
  cpSync(process.env.DOCUMENTS_DIR ?? "", documents, { recursive: true });
  return { url: await content.copy(), documents, folder };
}

export function environmentOf({
  url,
  documents,
}: Pick<Place, "url" | "documents">): NodeJS.ProcessEnv {
  return { ...process.env, DATABASE_URL: url, DOCUMENTS_DIR: documents, NODE_ENV: "production" };
}

export function mw(place: Pick<Place, "url" | "documents">, ...args: string[]): Promise<Said> {
  return new Promise((ended) => {
    const options = { env: environmentOf(place), maxBuffer: 1e8 };
    execFile(process.execPath, [program, ...args], options, (error, out, err) => {
      ended({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });
}

/** The outcome as a program reads it. */
export async function mwJson(
  place: Pick<Place, "url" | "documents">,
  ...args: string[]
): Promise<Record<string, unknown>> {
  const { out } = await mw(place, ...args, "--json");
  return JSON.parse(out) as Record<string, unknown>;
}

export function mwStarted(place: Place, ...args: string[]): ChildProcess {
  const stdio = ["ignore", "pipe", "pipe"] as ["ignore", "pipe", "pipe"];
  return spawn(process.execPath, [program, ...args], { env: environmentOf(place), stdio });
}

export function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((ended) => child.once("close", (code) => ended(code)));
}

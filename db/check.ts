/** Whether a database is in order: what every engine is asked in the same words. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { sha256Of } from "./document-files.ts";

export type CheckedPart =
  "migrations" | "integrity" | "audit log" | "search index" | "packed facts" | "documents";
export type Finding = { part: CheckedPart; problem: string };

/** Rows of a query that changes nothing. */
export type Ask = <Row>(statement: string) => Promise<Row[]>;

/** So many of one kind are named; the rest is counted. */
const mostNamed = 5;

/** Numbers without gaps from 1 on, hashes that can be hashes. */
export async function auditProblems(ask: Ask, badHash: string): Promise<string[]> {
  const gaps = await ask<{ before: number; sequence: number }>(
    `select before, sequence from (
       select sequence, coalesce(lag(sequence) over (order by sequence), 0) as before from audit_events
     ) as numbered where sequence <> before + 1 order by sequence`,
  );
  const hashes = await ask<{ sequence: number }>(
    `select sequence from audit_events where ${badHash} order by sequence`,
  );
  return [
    ...named(gaps, ({ before, sequence }) => `nothing between event ${before} and ${sequence}`),
    ...named(hashes, ({ sequence }) => `event ${sequence} has no sound hash or details`),
  ];
}

const searched = { case: "case_files", precedent: "precedents" };

/** Every case and every precedent is in the index, and nothing else. */
export async function searchProblems(ask: Ask): Promise<string[]> {
  const problems: string[] = [];
  for (const [kind, table] of Object.entries(searched)) {
    const missing = await ask<{ id: string }>(
      `select id from ${table} where not exists (select 1 from search_documents d
         where d.kind = '${kind}' and d.document_id = ${table}.id) order by id`,
    );
    const surplus = await ask<{ id: string }>(
      `select document_id as id from search_documents d where kind = '${kind}'
         and not exists (select 1 from ${table} where ${table}.id = d.document_id) order by 1`,
    );
    problems.push(
      ...named(missing, ({ id }) => `${kind} ${id} cannot be found by searching`),
      ...named(surplus, ({ id }) => `the index holds ${kind} ${id}, which does not exist`),
    );
  }
  return problems;
}

type StoredDocument = { id: string; storedName: string; size: number; sha256: string };
export type DocumentCheck = { folder: string; withHashes: boolean };

/** Uploads under way have their bytes on disk before they have a row. */
const youngMs = 3_600_000;

/** Every stored document is there as it was, and nothing else. */
export async function documentProblems(
  ask: Ask,
  { folder, withHashes }: DocumentCheck,
): Promise<string[]> {
  const rows = await ask<StoredDocument>(
    'select id, stored_name as "storedName", size, sha256 from documents order by id',
  );
  const problems: string[] = [];
  for (const row of rows) {
    const problem = await problemOf(row, join(folder, row.storedName), withHashes);
    if (problem) problems.push(`document ${row.id} (${row.storedName}) ${problem}`);
  }
  const known = new Set(rows.map(({ storedName }) => storedName));
  const strays: string[] = [];
  for (const name of await readdir(folder).catch(() => [])) {
    if (known.has(name)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (Date.now() - mtimeMs > youngMs) strays.push(name);
  }
  return [
    ...named(problems, (problem) => problem),
    ...named(strays, (name) => `${name} in ${folder} belongs to nothing`),
  ];
}

async function problemOf(
  { size, sha256 }: StoredDocument,
  path: string,
  withHashes: boolean,
): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  if (!found) return "is not there";
  if (found.size !== size) return `has ${found.size} bytes instead of ${size}`;
  if (withHashes && (await sha256Of(path)) !== sha256) return "is not what was added";
  return null;
}

export function named<T>(found: T[], say: (one: T) => string): string[] {
  const lines = found.slice(0, mostNamed).map(say);
  if (found.length > mostNamed) lines.push(`and ${found.length - mostNamed} more like this`);
  return lines;
}

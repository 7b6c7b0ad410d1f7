/** What a try-out found, in words for those who may read it. */
import { and, eq, inArray } from "drizzle-orm";
import { caseFiles, db, decisions, precedents } from "#db";
import type { DecidedRow } from "#app/domain/policy-rule-index.ts";
import type { Disagreement, TriedFact, TryOutView } from "#app/schemas/rule-try-out.ts";
import { authorized, type Access } from "./access.server.ts";
import { visibleCases, type CaseRow } from "./case-access.server.ts";
import type { ComparedCatalogue } from "./compared-catalogue.server.ts";
import { visiblePrecedents } from "./precedent-access.server.ts";
import { recordReading } from "./readings.server.ts";

type Reader = Access<"rule.read">;

/** A fact of the catalogue by its number. */
export function triedFact({ byNumber }: ComparedCatalogue, number: number) {
  const fact = byNumber[number];
  if (!fact) return null;
  const { id, label, direction, measure } = fact;
  return { id, label, direction, measure };
}

type Found = {
  catalogue: ComparedCatalogue;
  rows: DecidedRow[];
  differenceOf: (level: number) => Disagreement["difference"];
};

type Words = Pick<Disagreement, "number" | "title"> & { motivation: Record<string, string> };

/** Disagreements with the reasons that were recorded. Showing the motivation of a case is reading its decision. */
export async function describeDisagreements(
  access: Reader,
  { catalogue, rows, differenceOf }: Found,
): Promise<Disagreement[]> {
  const words = new Map([
    ...(await wordsOfCases(access, idsOf(rows, true))),
    ...(await wordsOfPrecedents(access, idsOf(rows, false))),
  ]);
  return rows.map((row): Disagreement => {
    const { id, level } = row;
    const kind = row.kind === "case" ? "case" : "precedent";
    const told = { kind, level, difference: differenceOf(level) } as const;
    const own = words.get(id);
    if (!own) return { ...told, id: null, number: "", title: "", ...nothing };
    return {
      ...{ ...told, id, number: own.number, title: own.title, decidedAt: row.decidedAt },
      facts: factsOf(catalogue, row),
      reasons: Object.entries(own.motivation)
        .filter(([, text]) => text.trim() !== "")
        .map(([perspective, text]) => ({ perspective, text })),
    };
  });
}

const nothing = { decidedAt: null, facts: [], reasons: [] };

function idsOf(rows: DecidedRow[], ofCases: boolean): string[] {
  return rows.filter(({ kind }) => (kind === "case") === ofCases).map(({ id }) => id);
}

function factsOf(catalogue: ComparedCatalogue, row: DecidedRow): TriedFact[] {
  const amounts = new Map(row.amounts);
  return row.facts.flatMap((number) => {
    const fact = triedFact(catalogue, number);
    if (!fact) return [];
    const amount = amounts.get(number) ?? null;
    return [{ ...fact, amount, inReason: row.reason.includes(number) }];
  });
}

async function wordsOfCases(access: Reader, ids: string[]): Promise<Map<string, Words>> {
  if (ids.length === 0) return new Map();
  const rows = await db.read
    .select({ caseFile: caseFiles, motivation: decisions.motivation })
    .from(caseFiles)
    .innerJoin(decisions, and(eq(decisions.caseId, caseFiles.id), eq(decisions.status, "taken")))
    .where(and(inArray(caseFiles.id, ids), visibleCases(access)))
    .orderBy(caseFiles.id);
  const readable = rows.map(({ caseFile }) => authorized<CaseRow, "read">(caseFile));
  await Promise.all(readable.map((caseFile) => recordReading(access, caseFile, "decision")));
  return new Map(
    rows.map(({ caseFile: { id, number, title }, motivation }) => [
      id,
      { number, title, motivation },
    ]),
  );
}

async function wordsOfPrecedents(access: Reader, ids: string[]) {
  const rows = await readablePrecedents(access, ids);
  return new Map<string, Words>(rows.map((row) => [row.id, row]));
}

async function readablePrecedents(access: Reader, ids: string[]) {
  if (ids.length === 0) return [];
  return db.read
    .select({
      id: precedents.id,
      number: precedents.number,
      title: precedents.title,
      decidedAt: precedents.decidedAt,
      motivation: precedents.motivation,
    })
    .from(precedents)
    .where(and(inArray(precedents.id, ids), visiblePrecedents(access)))
    .orderBy(precedents.id);
}

/** Precedents that the rule takes the place of, in the order in which they were found. */
export async function describeReplaced(
  access: Reader,
  ids: string[],
): Promise<TryOutView["replaces"]> {
  const known = new Map((await readablePrecedents(access, ids)).map((row) => [row.id, row]));
  return ids.map((id) => {
    const row = known.get(id);
    if (!row) return { id: null, number: "", title: "", decidedAt: null };
    const { number, title, decidedAt } = row;
    return { id, number, title, decidedAt };
  });
}

import { and, asc, eq, inArray, isNotNull, max, or } from "drizzle-orm";
import {
  caseFacts,
  db,
  environment,
  facts,
  precedentFacts,
  type Queries,
  type Transaction,
} from "#db";
import { DomainError } from "#app/domain/domain-error.ts";
import type { FactInput, NewFactInput } from "#app/schemas/fact.ts";
import type { ListedFact, NamedFact, ShownCount } from "#app/schemas/fact-view.ts";
import type { Access } from "./access.server.ts";
import { countsShown, factUsage, type Usage } from "./fact-usage.server.ts";
import { notFound } from "./http.server.ts";
import { folded } from "./people.server.ts";
import { noteReindexing } from "./reindexing-noted.server.ts";
import { refuseStale } from "./stale-version.server.ts";

export type FactRow = typeof facts.$inferSelect;
/** The catalogue, or what of it fits all words of a search, with how often each fact is used. */
export async function listFacts(
  _access: Access<"administration.read">,
  search: string,
): Promise<ListedFact[]> {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const rows = await db.read.select().from(facts).orderBy(asc(facts.key));
  const [usage, shown] = [await factUsage(), await countsShown()];
  return rows
    .filter((row) => {
      const text = folded(searchedTexts(row));
      return words.every((word) => text.includes(word));
    })
    .map((row) => listed(row, rows, shownUsage(usage.get(row.id), shown)));
}

function listed(row: FactRow, rows: FactRow[], usage: ListedFact["usage"]): ListedFact {
  const { id, label, definition, example, synonyms, perspective, direction, measure } = row;
  const into = rows.find((other) => other.id === row.mergedIntoId);
  const ended = {
    at: row.endedAt,
    reason: row.endReason,
    into: into ? { id: into.id, label: into.label } : null,
  };
  return {
    ...{ id, label, definition, example, synonyms, perspective, direction, measure, usage },
    ended: row.active ? null : ended,
  };
}

function shownUsage(usage: Usage | undefined, shown: (total: number) => ShownCount) {
  return { cases: shown(usage?.cases ?? 0), precedents: shown(usage?.precedents ?? 0) };
}

function searchedTexts({ label, definition, example, synonyms }: FactRow): string {
  const texts = [label, definition, example].flatMap(({ nl, en }) => [nl, en]);
  return [...texts, ...synonyms].join(" ");
}

function casesNaming(read: Queries, factId: string) {
  return read.select({ id: caseFacts.caseId }).from(caseFacts).where(eq(caseFacts.factId, factId));
}

/** Whether a case, a precedent or a merge rests on a fact, so that its meaning can no longer turn. */
async function isUsed(read: Queries, factId: string): Promise<boolean> {
  const [merged] = await read
    .select({ id: facts.id })
    .from(facts)
    .where(
      or(eq(facts.mergedIntoId, factId), and(eq(facts.id, factId), isNotNull(facts.mergedIntoId))),
    )
    .limit(1);
  if (merged) return true;
  const [inCase] = await casesNaming(read, factId).limit(1);
  if (inCase) return true;
  const [inPrecedent] = await read
    .select({ id: precedentFacts.precedentId })
    .from(precedentFacts)
    .where(eq(precedentFacts.factId, factId))
    .limit(1);
  return inPrecedent !== undefined;
}

export type FactWithUse = FactRow & {
  fact: ListedFact;
  isUsed: boolean;
  /** The facts that count as this one. */
  mergedFrom: NamedFact[];
};

/** A fact with how often it is used, and what it took the place of. */
export async function getFact(
  _access: Access<"catalogue.manage">,
  id: string,
): Promise<FactWithUse> {
  const rows = await db.read.select().from(facts).orderBy(asc(facts.key));
  const row = rows.find((fact) => fact.id === id) ?? notFound();
  const [usage, shown] = [await factUsage(), await countsShown()];
  return {
    ...row,
    fact: listed(row, rows, shownUsage(usage.get(id), shown)),
    isUsed: await isUsed(db.read, id),
    mergedFrom: rows
      .filter(({ mergedIntoId }) => mergedIntoId === id)
      .map((from) => ({ id: from.id, label: from.label })),
  };
}

/** Adds a circumstance; its key follows from the English label and never changes. */
export async function createFact(
  access: Access<"catalogue.manage">,
  input: NewFactInput,
  formKey?: string,
): Promise<string> {
  return db.write(
    access.actor,
    async (tx) => {
      const id = environment.newId();
      const key = await freeKey(tx, input.label.en);
      const [last] = await tx.select({ number: max(facts.number) }).from(facts);
      const row = {
        ...input,
        id,
        number: (last?.number ?? 0) + 1,
        key,
        createdAt: environment.now(),
      };
      await tx.insert(facts).values(row);
      await tx.record({
        kind: "fact.created",
        subject: { type: "fact", id },
        details: { key, perspective: input.perspective, direction: input.direction },
        content: row,
      });
      return id;
    },
    { formKey },
  );
}

async function freeKey(tx: Transaction, label: string): Promise<string> {
  const base =
    folded(label)
      .replaceAll(/[^a-z0-9]+/g, "_")
      .replaceAll(/^_+|_+$/g, "")
      .slice(0, 60) || "fact";
  const candidates = [base, ...Array.from({ length: 98 }, (_, place) => `${base}_${place + 2}`)];
  const rows = await tx
    .select({ key: facts.key })
    .from(facts)
    .where(inArray(facts.key, candidates));
  const taken = new Set(rows.map(({ key }) => key));
  return candidates.find((key) => !taken.has(key)) ?? `${base}_${environment.newId()}`;
}

/**
 * Changes the words of a circumstance. What it pleads for, from which perspective, and what its
 * amount counts is fixed once it is used: precedents rest on it.
 */
export async function updateFact(
  access: Access<"catalogue.manage">,
  id: string,
  { version, ...posted }: FactInput,
): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const [stored] = await tx.select().from(facts).where(eq(facts.id, id));
    if (!stored) return notFound();
    const { label, definition, example, synonyms, perspective, direction, measure } = posted;
    const input = { label, definition, example, synonyms, perspective, direction, measure };
    if (stored.version !== version) refuseStale({ theirs: texts(stored), yours: texts(input) });
    const fixed = (["direction", "perspective", "measure"] as const).find(
      (name) => stored[name] !== input[name],
    );
    if (fixed && (await isUsed(tx, id))) throw new DomainError("fact_fixed", { field: fixed });
    await tx
      .update(facts)
      .set({ ...input, version: version + 1 })
      .where(eq(facts.id, id));
    if (searchedWords(stored) !== searchedWords(input)) await noteReindexing(tx, id);
    await tx.record({
      kind: "fact.changed",
      subject: { type: "fact", id },
      details: { key: stored.key },
      content: input,
    });
  });
}

/** What of a fact the search index holds. */
function searchedWords({ label, synonyms }: Pick<FactRow, "label" | "synonyms">): string {
  return [label.nl, ...synonyms].join("\n");
}

type Worded = Pick<FactRow, "label" | "definition" | "example" | "synonyms">;

function texts({ label, definition, example, synonyms }: Worded): Record<string, string> {
  return {
    "label.nl": label.nl,
    "label.en": label.en,
    "definition.nl": definition.nl,
    "definition.en": definition.en,
    "example.nl": example.nl,
    "example.en": example.en,
    synonyms: synonyms.join("\n"),
  };
}

import { asc, eq, inArray, max, sql, type Placeholder } from "drizzle-orm";
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
import type { Access } from "./access.server.ts";
import { notFound } from "./http.server.ts";
import { folded } from "./people.server.ts";
import { refuseStale } from "./stale-version.server.ts";

export type FactRow = typeof facts.$inferSelect;
export type ListedFact = FactRow & { usage: number };

/** Counting goes no further: "100 or more" is answer enough, and stays quick in a large archive. */
export const usageLimit = 100;

/** The catalogue, or what of it fits all words of a search, with how often each fact is used. */
export async function listFacts(
  _access: Access<"administration.read">,
  search: string,
): Promise<ListedFact[]> {
  const words = folded(search).split(/\s+/).filter(Boolean);
  const rows = await db.read.select().from(facts).orderBy(asc(facts.key));
  const hits = rows.filter((row) => {
    const text = folded(searchedTexts(row));
    return words.every((word) => text.includes(word));
  });
  const counted = hits.map(async (row) => {
    const found = await casesWith({ id: row.id });
    return { ...row, usage: found.length };
  });
  return Promise.all(counted);
}

function searchedTexts({ label, definition, synonyms }: FactRow): string {
  return [label.nl, label.en, definition.nl, definition.en, ...synonyms].join(" ");
}

const casesWith = db.hot<{ id: string }>()((read) =>
  casesNaming(read, sql.placeholder("id")).limit(usageLimit),
);

function casesNaming(read: Queries, factId: string | Placeholder) {
  return read.select({ id: caseFacts.caseId }).from(caseFacts).where(eq(caseFacts.factId, factId));
}

/** Whether a case or a precedent rests on a fact, so that its meaning can no longer turn. */
async function isUsed(read: Queries, factId: string): Promise<boolean> {
  const [inCase] = await casesNaming(read, factId).limit(1);
  if (inCase) return true;
  const [inPrecedent] = await read
    .select({ id: precedentFacts.precedentId })
    .from(precedentFacts)
    .where(eq(precedentFacts.factId, factId))
    .limit(1);
  return inPrecedent !== undefined;
}

export async function getFact(
  _access: Access<"catalogue.manage">,
  id: string,
): Promise<FactRow & { isUsed: boolean }> {
  const [row] = await db.read.select().from(facts).where(eq(facts.id, id));
  return row ? { ...row, isUsed: await isUsed(db.read, id) } : notFound();
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
 * Changes the words of a circumstance. What it pleads for, and from which perspective, is fixed
 * once it is used: precedents rest on it.
 */
export async function updateFact(
  access: Access<"catalogue.manage">,
  id: string,
  { version, ...input }: FactInput,
): Promise<void> {
  await db.write(access.actor, async (tx) => {
    const [stored] = await tx.select().from(facts).where(eq(facts.id, id));
    if (!stored) return notFound();
    if (stored.version !== version) refuseStale({ theirs: texts(stored), yours: texts(input) });
    const turned = stored.direction !== input.direction;
    if (turned || stored.perspective !== input.perspective) {
      const field = turned ? "direction" : "perspective";
      if (await isUsed(tx, id)) throw new DomainError("fact_fixed", { field });
    }
    await tx
      .update(facts)
      .set({ ...input, version: version + 1 })
      .where(eq(facts.id, id));
    await tx.record({
      kind: "fact.changed",
      subject: { type: "fact", id },
      details: { key: stored.key, active: input.active },
      content: input,
    });
  });
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

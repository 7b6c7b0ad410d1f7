/** What the rows of an import are held against: the catalogue, the scopes, and what is there already. */
import { and, asc, eq, inArray, isNotNull, or } from "drizzle-orm";
import { db, facts, precedentFacts, precedents, scopes } from "#db";
import { outcomeLevels } from "#app/domain/option.ts";
import enTerms from "#app/i18n/en/terms.ts";
import nlTerms from "#app/i18n/nl/terms.ts";
import { catalogueNow, type FactNow } from "./catalogue-now.server.ts";

export type ImportWorld = {
  organisationId: string;
  /** By key and by label in either language, small letters; null when several facts have that label. */
  facts: ReadonlyMap<string, FactNow | null>;
  /** By name, small letters. */
  scopes: ReadonlyMap<string, string>;
  /** By number and by the words of either language, small letters. */
  levels: ReadonlyMap<string, number>;
  catalogueSize: number;
};

export async function importWorld(organisationId: string): Promise<ImportWorld> {
  const catalogue = await catalogueNow();
  const named = await db.read
    .select({ id: facts.id, key: facts.key, label: facts.label })
    .from(facts)
    .orderBy(asc(facts.number));
  const byName = new Map<string, FactNow | null>();
  for (const { id, label } of named) {
    const counts = catalogue.byId.get(id);
    for (const name of [label.nl, label.en].map(lower)) {
      const other = byName.get(name);
      if (counts && name !== "") {
        byName.set(name, other === undefined || other?.id === counts.id ? counts : null);
      }
    }
  }
  for (const { id, key } of named) byName.set(lower(key), catalogue.byId.get(id) ?? null);
  return {
    organisationId,
    facts: byName,
    scopes: await scopesByName(organisationId),
    levels: levelsByName,
    catalogueSize: catalogue.size,
  };
}

export function lower(text: string): string {
  return text.normalize("NFC").trim().toLowerCase().replaceAll(/\s+/g, " ");
}

async function scopesByName(organisationId: string): Promise<Map<string, string>> {
  const rows = await db.read
    .select({ id: scopes.id, name: scopes.name })
    .from(scopes)
    .where(eq(scopes.organisationId, organisationId))
    .orderBy(asc(scopes.name));
  return new Map(rows.map(({ id, name }) => [lower(name), id]));
}

const levelsByName = new Map(
  outcomeLevels.flatMap((level) => {
    const name = String(level) as `${typeof level}`;
    return [name, nlTerms.level[name], enTerms.level[name]].map(
      (word) => [lower(word), level] as const,
    );
  }),
);

/** What decides whether a row and a precedent that is there are the same. */
export type Content = {
  title: string;
  summary: string;
  motivation: Record<string, string>;
  scopeId: string | null;
  level: number;
  facts: { factId: string; inReason: boolean; amount: number | null }[];
  lawReferences: string[];
  lifeEvents: string[];
  decidedAt: number;
  validUntil: number | null;
};

/** Precedents of the organisation that have one of these names, by that name. Staged ones are not there yet. */
export async function knownPrecedents(
  { organisationId }: ImportWorld,
  names: string[],
): Promise<Map<string, Content>> {
  const rows = await db.read
    .select()
    .from(precedents)
    .where(
      and(
        eq(precedents.organisationId, organisationId),
        or(inArray(precedents.externalId, names), inArray(precedents.id, names)),
        or(eq(precedents.source, "decision"), isNotNull(precedents.publishedAt)),
      ),
    )
    .orderBy(asc(precedents.id));
  const known = new Map<string, Content>();
  if (rows.length === 0) return known;
  const own = await factsOf(rows.map(({ id }) => id));
  for (const row of rows) {
    const { title, summary, motivation, scopeId, level, lawReferences, lifeEvents } = row;
    const { decidedAt, validUntil } = row;
    const content = { title, summary, motivation, scopeId, level, lawReferences, lifeEvents };
    known.set(row.externalId ?? row.id, {
      ...content,
      ...{ decidedAt, validUntil, facts: own.get(row.id) ?? [] },
    });
  }
  return known;
}

async function factsOf(ids: string[]) {
  const catalogue = await catalogueNow();
  const rows = await db.read
    .select()
    .from(precedentFacts)
    .where(inArray(precedentFacts.precedentId, ids))
    .orderBy(asc(precedentFacts.precedentId), asc(precedentFacts.factId));
  const own = new Map<string, Content["facts"]>();
  for (const { precedentId, factId, inReason, amount } of rows) {
    const counts = catalogue.byId.get(factId)?.id ?? factId;
    const fact = { factId: counts, inReason: inReason > 0, amount };
    own.set(precedentId, [...(own.get(precedentId) ?? []), fact]);
  }
  return own;
}

/** The same text for the same content, whatever the order of facts, lists and perspectives. */
export function contentKey(content: Content): string {
  const { facts: given, motivation, lawReferences, lifeEvents, title, summary, ...rest } = content;
  const byFact = new Map<string, Content["facts"][number]>();
  for (const fact of given) {
    const { inReason, amount } = byFact.get(fact.factId) ?? fact;
    byFact.set(fact.factId, {
      factId: fact.factId,
      inReason: inReason || fact.inReason,
      amount: amount === null ? fact.amount : Math.max(amount, fact.amount ?? amount),
    });
  }
  const reasons = [...byFact.values()].sort((a, b) => (a.factId < b.factId ? -1 : 1));
  const whole = {
    texts: [title, summary].map(bare),
    motivation: Object.entries(motivation)
      .map(([key, text]) => [key, bare(text)] as const)
      .filter(([, text]) => text !== "")
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    facts: reasons.map(({ factId, inReason, amount }) => [factId, inReason, amount]),
    lawReferences: [...new Set(lawReferences)].sort(),
    lifeEvents: [...new Set(lifeEvents)].sort(),
    rest: [rest.scopeId, rest.level, rest.decidedAt, rest.validUntil],
  };
  return JSON.stringify(whole);
}

function bare(text: string): string {
  return text.replaceAll(/\r\n?/g, "\n").trim();
}

import { and, asc, eq, gt, isNull, ne, or } from "drizzle-orm";
import { db, facts, precedentWords } from "#db";
import { unpackFacts } from "#db/precedent-words.ts";
import type { LineBits } from "#app/domain/line-variants.ts";
import type { Precedent } from "#app/domain/precedent.ts";
import type { FactNow } from "./catalogue-now.server.ts";
import { noneOf, orderedValues, type ComparedCatalogue } from "./comparable-precedents.server.ts";

/** Rows read before others go first. */
const atOnce = 1000;

type WordsRow = Pick<
  typeof precedentWords.$inferSelect,
  "precedentId" | "level" | "decidedAt" | "validUntil" | "catalogueSize" | "packed" | "amounts"
>;

export type LineRows = {
  bits: LineBits;
  decidedAt: number[];
  /** The first moment at which one of them counts no more. */
  until: number;
};

/** The precedents of a scope that count now, as bits by the number of the fact that each fact counts as. */
export async function readLine(
  scopeId: string,
  { now, catalogue }: { now: number; catalogue: ComparedCatalogue },
): Promise<LineRows> {
  const factOf = await factsByNumber(catalogue);
  const cases: LineCase[] = [];
  for (let rows = await rowsAfter(scopeId, "", now); rows.length > 0;) {
    for (const row of rows) cases.push(caseOf(row, factOf));
    await othersFirst();
    rows = await rowsAfter(scopeId, rows.at(-1)?.precedentId ?? "", now);
  }
  const ends = cases.flatMap(({ validUntil }) => validUntil ?? []);
  return {
    bits: lineBits(cases, catalogue),
    decidedAt: cases.map(({ decidedAt }) => decidedAt),
    until: ends.reduce((first, end) => Math.min(first, end), Infinity),
  };
}

/** Lets requests that wait go first. */
export function othersFirst(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function rowsAfter(scopeId: string, after: string, now: number): Promise<WordsRow[]> {
  return db.read
    .select({
      precedentId: precedentWords.precedentId,
      level: precedentWords.level,
      decidedAt: precedentWords.decidedAt,
      validUntil: precedentWords.validUntil,
      catalogueSize: precedentWords.catalogueSize,
      packed: precedentWords.packed,
      amounts: precedentWords.amounts,
    })
    .from(precedentWords)
    .where(
      and(
        eq(precedentWords.scopeId, scopeId),
        ne(precedentWords.packed, ""),
        or(isNull(precedentWords.validUntil), gt(precedentWords.validUntil, now)),
        gt(precedentWords.precedentId, after),
      ),
    )
    .orderBy(asc(precedentWords.precedentId))
    .limit(atOnce);
}

type LineCase = {
  id: string;
  level: number;
  decidedAt: number;
  validUntil: number | null;
  catalogueSize: number;
  facts: FactNow[];
  reason: FactNow[];
  amounts: Map<string, number>;
};

type FactOf = (number: number) => FactNow | undefined;

/** By the number of any fact, also of a merged one: the fact it counts as. */
async function factsByNumber({ byId }: ComparedCatalogue): Promise<FactOf> {
  const rows = await db.read
    .select({ id: facts.id, number: facts.number })
    .from(facts)
    .orderBy(asc(facts.number));
  const known = new Map(rows.map(({ id, number }) => [number, byId.get(id)]));
  return (number) => known.get(number);
}

function caseOf(row: WordsRow, factOf: FactOf): LineCase {
  const { precedentId: id, packed, amounts: values, ...own } = row;
  const unpacked = unpackFacts(packed) ?? { facts: [], reason: [] };
  const known = (numbers: number[]) => [
    ...new Set(numbers.flatMap((number) => factOf(number) ?? [])),
  ];
  const amounts = new Map<string, number>();
  for (const [number, amount] of Object.entries(values ?? {})) {
    const fact = factOf(Number(number));
    if (fact?.measure) amounts.set(fact.id, Math.max(amount, amounts.get(fact.id) ?? amount));
  }
  return { id, ...own, facts: known(unpacked.facts), reason: known(unpacked.reason), amounts };
}

function lineBits(cases: LineCase[], catalogue: ComparedCatalogue): LineBits {
  const all = [...catalogue.byId.values()];
  const width = Math.ceil(all.reduce((most, { number }) => Math.max(most, number), 1) / 32);
  const present = new Uint32Array(cases.length * width);
  const reasons = new Uint32Array(cases.length * width);
  const [pro, con] = [new Uint32Array(width), new Uint32Array(width)];
  for (const { number, direction } of all) setBit(direction === "pro" ? pro : con, number);
  for (const [row, own] of cases.entries()) {
    const start = row * width * 32;
    for (const { number } of own.facts.filter(isPlain)) setBit(present, start + number);
    for (const { number } of own.reason.filter(isPlain)) setBit(reasons, start + number);
  }
  return {
    ids: cases.map(({ id }) => id),
    levels: cases.map(({ level }) => level),
    ...{ width, facts: present, reasons, pro, con },
    measured: cases.map((own) => !own.facts.every(isPlain)),
    catalogues: cases.map(({ catalogueSize }) => catalogueSize),
    exactly: exactCases(cases, catalogue),
  };
}

function isPlain({ measure }: FactNow): boolean {
  return measure === null;
}

function setBit(words: Uint32Array, number: number): void {
  const word = (number - 1) >>> 5;
  words[word] = ((words[word] ?? 0) | (1 << ((number - 1) & 31))) >>> 0;
}

/** The cases with their amounts, as the rules compare them; each is made once. */
function exactCases(cases: LineCase[], catalogue: ComparedCatalogue): LineBits["exactly"] {
  const made = new Map<number, Precedent>();
  return (place) => {
    const known = made.get(place) ?? exactCase(cases[place], catalogue);
    made.set(place, known);
    return known;
  };
}

function exactCase(own: LineCase | undefined, catalogue: ComparedCatalogue): Precedent {
  if (!own) return { id: "", level: 0, pro: [], con: [] };
  const { byId, knownAt } = catalogue;
  const side = (some: FactNow[], direction: FactNow["direction"]) =>
    some.filter((fact) => fact.direction === direction).map(({ id }) => id);
  const [pro, con] = [side(own.facts, "pro"), side(own.facts, "con")];
  const named = { pro: side(own.reason, "pro"), con: side(own.reason, "con") };
  const none = noneOf(catalogue, [...pro, ...con], own.catalogueSize);
  return {
    ...{ id: own.id, level: own.level, pro, con },
    // A reason of all facts is as none at all: packed they are the same.
    reasonPro: named.pro.length === pro.length ? [] : named.pro,
    reasonCon: named.con.length === con.length ? [] : named.con,
    known: knownAt(own.catalogueSize),
    ordered: {
      pro: { ...orderedValues(byId, pro, own.amounts), ...none.pro },
      con: { ...orderedValues(byId, con, own.amounts), ...none.con },
    },
  };
}

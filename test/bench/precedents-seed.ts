/** Fills a new SQLite database, the file of DATABASE_URL, with as many precedents of one scope as its argument says. */
import { db, openDatabase, sqlite, stopDatabase, systemActor } from "#db";
import { packFacts } from "#db/precedent-words.ts";
import * as schema from "#db/schema.ts";
import { indexWriter } from "#db/sqlite/search.ts";
import { chance, idMaker } from "../../db/seed/bulk/chance.ts";
import { rowWriter } from "../../db/seed/bulk/row-writer.ts";
import { vocabulary } from "../../db/seed/bulk/vocabulary.ts";
import { tell } from "./outcome.ts";
import { factCount, isPro, somePrecedent } from "./precedents-chance.ts";

const perTransaction = 20_000;
const [titleWords, summaryWords, motivationWords] = [7, 25, 20];
const dayInMs = 86_400_000;
const daysBack = 5000;
const random = chance(41);
const words = vocabulary(chance(7));
const newId = idMaker(random);
const now = Date.now();

type Place = { organisationId: string; scopeId: string; personId: string };
type Fact = { id: string; label: string };

async function seed(count: number): Promise<void> {
  await db.write(systemActor, async (tx) => {
    const subject = { type: "organisation", id: "bench" };
    await tx.record({ kind: "installation.set-up", subject });
  });
  const { writer } = sqlite();
  writer.pragma("cache_size = -400000");
  noteNothing();
  const write = writers();
  const place = inTransaction(() => writePlace(write));
  const facts = inTransaction(() => writeFacts(write));
  for (let start = 0; start < count; start += perTransaction) {
    inTransaction(() => {
      const end = Math.min(start + perTransaction, count);
      for (let number = start + 1; number <= end; number += 1) {
        writePrecedent(write, { place, facts, number, count });
      }
      write.search.finish();
    });
    if (start % 200_000 === 0) process.stdout.write(`  ${start} precedents\n`);
  }
  writer.pragma("optimize");
  writer.exec("analyze");
  writer.pragma("wal_checkpoint(TRUNCATE)");
}

/** What is measured reads no seals: noting every row takes longer than writing it. */
function noteNothing(): void {
  const { writer } = sqlite();
  const triggers = writer
    .prepare<[], { name: string }>("SELECT name FROM temp.sqlite_master WHERE type = 'trigger'")
    .all();
  for (const { name } of triggers) writer.exec(`DROP TRIGGER temp."${name}"`);
}

function inTransaction<T>(change: () => T): T {
  const { writer } = sqlite();
  writer.exec("BEGIN IMMEDIATE");
  const made = change();
  writer.exec("COMMIT");
  return made;
}

function writers() {
  const { writer } = sqlite();
  return {
    organisation: rowWriter(writer, schema.organisations),
    person: rowWriter(writer, schema.people),
    scope: rowWriter(writer, schema.scopes),
    fact: rowWriter(writer, schema.facts),
    precedent: rowWriter(writer, schema.precedents),
    precedentFact: rowWriter(writer, schema.precedentFacts),
    precedentWords: rowWriter(writer, schema.precedentWords),
    search: indexWriter(writer),
  };
}

type Writers = ReturnType<typeof writers>;

function writePlace(write: Writers): Place {
  const [organisationId, scopeId, personId] = [newId(now), newId(now), newId(now)];
  write.organisation({ id: organisationId, name: "Dienst", createdAt: now });
  write.person({ id: personId, name: "Beleid", email: "beleid@test.nl", createdAt: now });
  write.scope({ id: scopeId, organisationId, name: "Alles", lawReferences: [], createdAt: now });
  return { organisationId, scopeId, personId };
}

function writeFacts(write: Writers): Fact[] {
  return Array.from({ length: factCount }, (_, place) => {
    const number = place + 1;
    const id = newId(now);
    const label = words.text(random, 4).replaceAll(".", "");
    write.fact({
      id,
      number,
      key: `fact_${number}`,
      label: { nl: label, en: label },
      definition: { nl: label, en: label },
      example: { nl: "", en: "" },
      synonyms: [],
      perspective: "legal",
      direction: isPro(number) ? "pro" : "con",
      createdAt: now,
    });
    return { id, label };
  });
}

type Writing = { place: Place; facts: Fact[]; number: number; count: number };

function writePrecedent(write: Writers, { place, facts, number, count }: Writing): void {
  const { pro, con, level, reason } = somePrecedent(random);
  const decidedAt = now - Math.floor((1 - number / count) * daysBack) * dayInMs - dayInMs;
  const id = newId(decidedAt);
  const text = {
    title: words.text(random, titleWords),
    summary: words.text(random, summaryWords),
    motivation: words.text(random, motivationWords),
  };
  const shared = {
    ...{ scopeId: place.scopeId, level, visibility: "organisation" as const },
    ...{ decidedAt, catalogueSize: factCount },
  };
  write.precedent({
    ...{ ...shared, ...text, id, organisationId: place.organisationId, source: "import" },
    motivation: { legal: text.motivation },
    number: `P-${number}`,
    lawReferences: [],
    lifeEvents: [],
    status: "valid",
    ownerId: place.personId,
    editorId: place.personId,
    publisherId: place.personId,
    publishedAt: decidedAt,
    createdAt: decidedAt,
    updatedAt: decidedAt,
  });
  const own = [...pro, ...con].map((each) => {
    const side = isPro(each) ? ("pro" as const) : ("con" as const);
    return { number: each, side, inReason: reason.includes(each) };
  });
  for (const { number: fact, side, inReason } of own) {
    const factId = facts[fact - 1]?.id ?? "";
    write.precedentFact({ precedentId: id, factId, side, inReason: inReason ? 1 : 0 });
  }
  write.precedentWords({ ...shared, precedentId: id, changed: number, packed: packFacts(own) });
  const labels = own.map(({ number: fact }) => facts[fact - 1]?.label ?? "");
  write.search.add("precedent", { ...text, id, facts: labels.join("\n") });
}

await tell(async () => {
  await openDatabase(process.env.DATABASE_URL ?? "");
  await seed(Number(process.argv[2]));
  await stopDatabase();
});

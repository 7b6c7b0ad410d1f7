import { and, asc, eq, inArray, sql, type Placeholder } from "drizzle-orm";
import { caseFacts, db, facts, type Queries, type Transaction } from "#db";
import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import { resolvedAnswers } from "#app/domain/merged-facts.ts";
import type { FactAnswer, FactKind, FactMeasure } from "#app/domain/case-file.ts";
import type { StepInputs } from "#app/schemas/case-file.ts";
import type { CatalogueFact } from "#app/schemas/case-step-view.ts";
import type { Access } from "./access.server.ts";
import { catalogueNow, type CatalogueNow } from "./catalogue-now.server.ts";
import { suggestionsFor } from "./fact-suggestions.server.ts";

/** What was established in a case about one fact, merged facts counted as the one they became. */
export type FactInCase = {
  factId: string;
  key: string;
  label: LocalText;
  definition: LocalText;
  perspective: string;
  direction: FactKind;
  measure: FactMeasure | null;
  answer: FactAnswer;
  amount: number | null;
  note: string;
  source: string;
  /** The facts it was established as, when that was another one. */
  mergedFrom: LocalText[];
};

function answersOf(read: Queries, caseId: string | Placeholder) {
  return read
    .select({
      factId: facts.id,
      key: facts.key,
      label: facts.label,
      definition: facts.definition,
      perspective: facts.perspective,
      direction: facts.direction,
      measure: facts.measure,
      mergedIntoId: facts.mergedIntoId,
      answer: caseFacts.answer,
      amount: caseFacts.amount,
      note: caseFacts.note,
      source: caseFacts.source,
    })
    .from(caseFacts)
    .innerJoin(facts, eq(facts.id, caseFacts.factId))
    .where(eq(caseFacts.caseId, caseId))
    .orderBy(asc(facts.perspective), asc(facts.key));
}

type AnswerRow = Awaited<ReturnType<typeof answersOf>>[number];

/** The facts of a case as they count now, by perspective and key. */
export async function factsInCase(read: Queries, caseId: string): Promise<FactInCase[]> {
  return resolvedRows(read, await answersOf(read, caseId));
}

const hotAnswersOf = db.hot<{ caseId: string }>()((read) =>
  answersOf(read, sql.placeholder("caseId")),
);

/** As `factsInCase`, for the pages that are read most. */
export async function shownFacts(caseId: string): Promise<FactInCase[]> {
  return resolvedRows(db.read, await hotAnswersOf({ caseId }));
}

async function resolvedRows(read: Queries, rows: AnswerRow[]): Promise<FactInCase[]> {
  const isMerged = rows.some(({ mergedIntoId }) => mergedIntoId !== null);
  if (!isMerged) return rows.map(({ mergedIntoId: _none, ...row }) => ({ ...row, mergedFrom: [] }));
  const { byId } = await catalogueNow(read);
  const resolved = new Map([...byId].map(([id, fact]) => [id, fact.id]));
  const definitions = new Map(
    (await read.select({ id: facts.id, definition: facts.definition }).from(facts)).map((row) => [
      row.id,
      row.definition,
    ]),
  );
  const found = resolvedAnswers(rows, resolved).flatMap(({ factId, answer, amount }) => {
    const fact = byId.get(factId);
    const definition = definitions.get(factId);
    if (!fact || !definition) return [];
    const own = rows.filter((row) => resolved.get(row.factId) === factId);
    const { key, label, perspective, direction, measure } = fact;
    return {
      ...{ factId, key, label, definition, perspective, direction, measure, answer, amount },
      note: joined(
        own.map(({ note }) => note),
        "\n",
      ),
      source: joined(
        own.map(({ source }) => source),
        "; ",
      ),
      mergedFrom: own.filter((row) => row.factId !== factId).map((row) => row.label),
    };
  });
  return found.sort((a, b) => order(a.perspective, b.perspective) || order(a.key, b.key));
}

function joined(texts: string[], separator: string): string {
  return [...new Set(texts)].filter(Boolean).join(separator);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The catalogue with what was established in this case; what left the catalogue only when established. */
export async function listCatalogueFacts(access: Access, caseId: string): Promise<CatalogueFact[]> {
  const rows = await db.read
    .select()
    .from(facts)
    .orderBy(asc(facts.perspective), asc(facts.direction), asc(facts.id));
  const answered = new Map((await factsInCase(db.read, caseId)).map((fact) => [fact.factId, fact]));
  const suggested = await suggestionsFor(caseId, new Set(answered.keys()));
  const { language } = access.person;
  return rows
    .filter(({ id, active }) => active || answered.has(id))
    .map(({ id, label, definition, example, perspective, direction, measure }) => {
      const own = answered.get(id);
      return {
        ...{ id, perspective, direction, measure },
        label: textIn(label, language),
        definition: textIn(definition, language),
        example: textIn(example, language),
        answer: own?.answer ?? "",
        note: own?.note ?? "",
        source: own?.source ?? "",
        mergedFrom: (own?.mergedFrom ?? []).map((name) => textIn(name, language)),
        suggested: suggested.get(id) ?? null,
      };
    });
}

type FactInputs = StepInputs["facts"]["facts"];
type FactInput = FactInputs[string];

/**
 * Keeps what was posted: an answered fact is stored, one left open is not. What did not change stays as it is written,
 * so that a merge of facts can still be undone for it.
 */
export async function saveFacts(tx: Transaction, caseId: string, input: FactInputs): Promise<void> {
  if (Object.keys(input).length === 0) return;
  const catalogue = await catalogueNow(tx);
  const posted = resolvedInputs(input, catalogue);
  const stored = new Map((await factsInCase(tx, caseId)).map((fact) => [fact.factId, fact]));
  const changed = [...posted].filter(([id, fact]) => isChanged(stored.get(id), fact));
  if (changed.length === 0) return;
  const replaced = changed.flatMap(([id]) => catalogue.idsOf(id));
  await tx
    .delete(caseFacts)
    .where(and(eq(caseFacts.caseId, caseId), inArray(caseFacts.factId, replaced)));
  const answered = changed.flatMap(([factId, { answer, amount, note, source }]) =>
    answer === null ? [] : [{ caseId, factId, answer, amount, note, source }],
  );
  if (answered.length > 0) await tx.insert(caseFacts).values(answered);
}

/** What was posted by the fact it counts as: a form may still show facts that were merged since. */
function resolvedInputs(input: FactInputs, { byId }: CatalogueNow): Map<string, FactInput> {
  const posted = new Map<string, FactInput>();
  for (const [id, given] of Object.entries(input)) {
    const fact = byId.get(id);
    if (!fact) throw new DomainError("unknown_option");
    if (given.measure !== null && fact.measure !== given.measure) {
      throw new DomainError("unknown_option", { field: `facts.${id}.amount` });
    }
    const answer = given.answer ?? (given.note || given.source ? "unknown" : null);
    const known = posted.get(fact.id);
    posted.set(fact.id, known ? together(known, { ...given, answer }) : { ...given, answer });
  }
  return posted;
}

function together(a: FactInput, b: FactInput): FactInput {
  const given = [a, b].flatMap(({ answer, amount }) =>
    answer === null ? [] : [{ factId: "", answer, amount }],
  );
  const [winner] = resolvedAnswers(given, new Map());
  return {
    measure: a.measure,
    answer: winner?.answer ?? null,
    amount: winner?.amount ?? null,
    note: joined([a.note, b.note], "\n"),
    source: joined([a.source, b.source], "; "),
  };
}

function isChanged(stored: FactInCase | undefined, posted: FactInput): boolean {
  if (!stored) return posted.answer !== null;
  const fields = ["answer", "amount", "note", "source"] as const;
  return fields.some((field) => stored[field] !== posted[field]);
}

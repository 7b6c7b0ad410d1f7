/** What the search index keeps of a document, the same on every engine. */
import { indexedText, type SearchTerm } from "../app/domain/search-terms.ts";

export type SearchKind = "case" | "precedent";
export const searchKinds = ["case", "precedent"] as const satisfies SearchKind[];

export type SearchDocument = {
  id: string;
  title: string;
  facts: string;
  summary: string;
  motivation: string;
};

/** A term with how much its rarity weighs and in how many documents it stands. */
export type RankedTerm = SearchTerm & { weight: number; documents: number };

/** In how many documents each word stands. The empty word stands in all: it counts documents. */
export type WordCounts = Map<string, number>;

/** The parts of a document in the order of their weight, as the words the index keeps. */
export function indexedParts({ title, facts, summary, motivation }: SearchDocument): string[] {
  return [title, facts, summary, motivation].map(indexedText);
}

export function wordsOf(parts: string[]): Set<string> {
  return new Set(["", ...parts.flatMap((part) => part.split(" "))]);
}

export function countWords(counts: WordCounts, parts: string[]): void {
  for (const word of wordsOf(parts)) counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** How many words are counted otherwise than they stand in the documents. */
export function wrongCounts(kept: WordCounts, real: WordCounts): number {
  const words = new Set([...kept.keys(), ...real.keys()]);
  return [...words].filter((word) => kept.get(word) !== real.get(word)).length;
}

import { foldText, wholeWord, type SearchTerm } from "./search-terms.ts";

/** A piece of a text; `hit` when it is a word that a search found. */
export type HighlightPart = { text: string; hit: boolean };

type Word = { start: number; end: number; terms: number[] };

/** Marks and invisible signs belong to the letter before them, as in the index. */
const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu;
const chainPattern = new RegExp(`${wordPattern.source}(?:[:./-]${wordPattern.source})*`, "gu");
/** As in the index, only of so much of a long text. */
const mostCharacters = 60_000;
const ellipsis = "…";

/**
 * A text in parts, with the words that hold one of the terms as hits: a word that is the term, or begins with it when
 * it is a prefix, or has it inside when it is a word of four letters or more. Joined, the parts are the text.
 */
export function highlighted(text: string, terms: readonly SearchTerm[]): HighlightPart[] {
  return partsOf(text, hitWords(text, terms), { start: 0, end: text.length });
}

/**
 * The piece of a text that tells most about a search, at most about `length` characters (200 when not given): where the
 * most different terms stand together, the first such place; the beginning when none does. Whole words, white space as
 * single spaces, an ellipsis where something is left out. Empty for an empty text.
 */
export function searchSnippet(
  text: string,
  terms: readonly SearchTerm[],
  length = 200,
): HighlightPart[] {
  const plain = text.slice(0, mostCharacters).replace(/\s+/gu, " ").trim();
  const hits = hitWords(plain, terms);
  const range = aroundHits(plain, bestRun(hits, length), length);
  const parts = partsOf(plain, hits, range);
  if (range.start > 0) parts.unshift({ text: `${ellipsis} `, hit: false });
  if (range.end < plain.length) parts.push({ text: ` ${ellipsis}`, hit: false });
  return joined(parts);
}

/** Whether a word of the index, or of a text in that form, is one that a term stands for. */
export function holdsTerm(word: string, { text, prefix }: SearchTerm): boolean {
  if (word === text || (prefix && word.startsWith(text))) return true;
  return /^\p{L}{4,}$/u.test(text) && word.includes(text);
}

function hitWords(text: string, terms: readonly SearchTerm[]): Word[] {
  const known = new Map<string, number[]>();
  const held = (found: string, word: (found: string) => string | null) => {
    const before = known.get(found);
    if (before) return before;
    const now = heldTerms(word(found) ?? "", terms);
    known.set(found, now);
    return now;
  };
  return [...text.matchAll(chainPattern)].flatMap(({ 0: chain, index }) => {
    const asOne = held(chain, wholeWord);
    if (asOne.length > 0) return [{ start: index, end: index + chain.length, terms: asOne }];
    return [...chain.matchAll(wordPattern)].flatMap(({ 0: found, index: inside }) => {
      const start = index + inside;
      const ofWord = held(found, foldText);
      return ofWord.length > 0 ? [{ start, end: start + found.length, terms: ofWord }] : [];
    });
  });
}

function heldTerms(word: string, terms: readonly SearchTerm[]): number[] {
  return terms.flatMap((term, place) => (holdsTerm(word, term) ? [place] : []));
}

/** The hits that stand together within so many characters and hold the most different terms. */
function bestRun(hits: Word[], length: number): Word[] {
  let best: Word[] = [];
  let most = 0;
  for (const [from, { start }] of hits.entries()) {
    const run = hits.slice(from, from + length).filter(({ end }) => end - start <= length);
    const different = new Set(run.flatMap(({ terms }) => terms)).size;
    if (different > most) [best, most] = [run, different];
  }
  return best.length > 0 ? best : hits.slice(0, 1);
}

type Range = { start: number; end: number };

/** So many characters with the hits in the middle, cut between words. */
function aroundHits(text: string, hits: Word[], length: number): Range {
  const [first, last] = [hits[0]?.start ?? 0, hits.at(-1)?.end ?? 0];
  if (text.length <= length) return { start: 0, end: text.length };
  const room = Math.max(0, length - (last - first));
  const from = Math.min(Math.max(0, first - Math.floor(room / 2)), text.length - length);
  const until = Math.max(last, from + length);
  const start = from <= 0 ? 0 : from > first ? first : wordStart(text, from, first);
  return { start, end: until >= text.length ? text.length : wordEnd(text, until, last) };
}

/** The first beginning of a word from a place on, at the latest at `first`. */
function wordStart(text: string, from: number, first: number): number {
  if (text[from - 1] === " ") return from;
  const space = text.indexOf(" ", from);
  return space === -1 || space + 1 > first ? first : space + 1;
}

/** The last end of a word up to a place, at the earliest at `last`. */
function wordEnd(text: string, until: number, last: number): number {
  if (text[until] === " ") return until;
  const space = text.lastIndexOf(" ", until);
  return space < last || space <= 0 ? Math.max(last, firstCut(text, until)) : space;
}

/** Without a space to cut at: not in the middle of a sign of two halves. */
function firstCut(text: string, until: number): number {
  const half = text.charCodeAt(until);
  return half >= 0xdc00 && half <= 0xdfff ? until + 1 : until;
}

function partsOf(text: string, hits: Word[], { start, end }: Range): HighlightPart[] {
  const parts: HighlightPart[] = [];
  let place = start;
  for (const hit of hits) {
    if (hit.start < start || hit.end > end) continue;
    parts.push({ text: text.slice(place, hit.start), hit: false });
    parts.push({ text: text.slice(hit.start, hit.end), hit: true });
    place = hit.end;
  }
  parts.push({ text: text.slice(place, end), hit: false });
  return joined(parts);
}

function joined(parts: HighlightPart[]): HighlightPart[] {
  const result: HighlightPart[] = [];
  for (const { text, hit } of parts) {
    const last = result.at(-1);
    if (text === "") continue;
    if (last && !last.hit && !hit) last.text += text;
    else result.push({ text, hit });
  }
  return result;
}

import type { HighlightPart } from "./search-highlight.ts";
import { foldText } from "./search-terms.ts";

/** A fact with the words people use for it: of one word or more. */
export type SuggestibleFact = { id: string; phrases: readonly string[] };
/** A text of the case, under the name by which it is told apart. */
export type SourceText<Name extends string = string> = { name: Name; text: string };

export type FactSuggestion<Name extends string = string> = {
  factId: string;
  /** The words of the catalogue that were found. */
  phrase: string;
  /** In which text, and the piece around it with the words as hits. */
  source: Name;
  evidence: HighlightPart[];
};

type Token = { word: string; stem: string; start: number; end: number; sentence: number };
type Tokens<Name extends string> = { source: SourceText<Name>; tokens: Token[]; places: Places };
type Places = Map<string, number[]>;
type Phrase = { text: string; words: { word: string; stem: string }[] };
type Hit = { first: number; places: number[] };

/** Of a longer text only so much is read. */
const mostCharacters = 60_000;
const evidenceLength = 160;
/** Words that may stand between two words of a phrase: "kan in het Spaans niet lezen". */
const mostBetween = 3;
/** A denial so many words before a phrase denies it. */
const denialReach = 3;
/** From so many letters on a word counts when a longer word starts with it: ontruiming, ontruimingsvonnis. */
const prefixLength = 7;

const denials = new Set("niet geen nooit zonder noch geenszins evenmin nauwelijks".split(" "));
const deniedAfter =
  /^(?:\S+ ){0,3}(?:geen sprake|niet (?:gebleken|bewezen|aangetoond|vastgesteld|aan de orde|het geval)|(?:er|hier) niet$)/;

/**
 * The facts that the texts of a case may hold, by the words people use for them: at most one suggestion per fact, of
 * the longest phrase found, in the order of the facts. A suggestion is a question to a person, never an answer.
 *
 * Words are compared in lower case without diacritics and endings; the words of a phrase stand in order within one
 * sentence with at most three others in between. What is denied ("geen schulden", "nooit gewaarschuwd") is not found,
 * unless the denial is part of the phrase.
 */
export function suggestFacts<Name extends string>(
  texts: readonly SourceText<Name>[],
  facts: readonly SuggestibleFact[],
): FactSuggestion<Name>[] {
  const read = texts.map(tokensOf).filter(({ tokens }) => tokens.length > 0);
  return facts.flatMap(({ id, phrases }) => {
    const found = firstFound(read, phrases.map(phraseOf).sort(longestFirst));
    return found ? [{ factId: id, ...found }] : [];
  });
}

function firstFound<Name extends string>(
  texts: Tokens<Name>[],
  phrases: Phrase[],
): Omit<FactSuggestion<Name>, "factId"> | null {
  for (const phrase of phrases) {
    for (const text of texts) {
      const hit = findPhrase(text, phrase);
      if (!hit) continue;
      return { phrase: phrase.text, source: text.source.name, evidence: evidenceOf(text, hit) };
    }
  }
  return null;
}

function longestFirst(a: Phrase, b: Phrase): number {
  return b.words.length - a.words.length || b.text.length - a.text.length;
}

function phraseOf(text: string): Phrase {
  return { text, words: wordsIn(text).map(({ word }) => ({ word, stem: stemOf(word) })) };
}

function wordsIn(text: string): { word: string; start: number; end: number }[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu)].map(({ 0: found, index }) => {
    return { word: foldText(found), start: index, end: index + found.length };
  });
}

function tokensOf<Name extends string>(source: SourceText<Name>): Tokens<Name> {
  const text = source.text.slice(0, mostCharacters);
  const places: Places = new Map();
  let sentence = 0;
  let before = 0;
  const tokens = wordsIn(text).map(({ word, start, end }, place) => {
    if (/[.!?;\n]/.test(text.slice(before, start))) sentence += 1;
    before = end;
    const stem = stemOf(word);
    for (const key of new Set([stem, word.slice(0, prefixLength)])) {
      const known = places.get(key);
      if (known) known.push(place);
      else places.set(key, [place]);
    }
    return { word, stem, start, end, sentence };
  });
  return { source, tokens, places };
}

/** The first place where the words of a phrase stand together and are not denied. */
function findPhrase<Name extends string>(
  { source, tokens, places }: Tokens<Name>,
  { words }: Phrase,
): Hit | null {
  const [head] = words;
  if (!head) return null;
  const starts = [head.stem, head.word.slice(0, prefixLength)].flatMap(
    (key) => places.get(key) ?? [],
  );
  for (const first of [...new Set(starts)].sort((a, b) => a - b)) {
    const found = placesFrom(tokens, words, first);
    if (found && !isDenied({ source, tokens, found })) return { first, places: found };
  }
  return null;
}

function placesFrom(tokens: Token[], words: Phrase["words"], first: number): number[] | null {
  const found: number[] = [];
  for (const wanted of words) {
    const from = (found.at(-1) ?? first - 1) + 1;
    const until = found.length === 0 ? first : from + mostBetween;
    const place = placeOf(tokens, wanted, { from, until, sentence: tokens[first]?.sentence });
    if (place === null) return null;
    found.push(place);
  }
  return found;
}

type Reach = { from: number; until: number; sentence: number | undefined };

function placeOf(
  tokens: Token[],
  wanted: { word: string; stem: string },
  { from, until, sentence }: Reach,
): number | null {
  for (let place = from; place <= until; place += 1) {
    const token = tokens[place];
    if (!token || token.sentence !== sentence) return null;
    if (isSameWord(token, wanted)) return place;
    // What is denied in between is another thing: "zelf niet gemeld".
    if (place > from - 1 && denials.has(token.word)) return null;
  }
  return null;
}

function isSameWord(token: Token, wanted: { word: string; stem: string }): boolean {
  if (token.stem === wanted.stem) return true;
  return wanted.word.length >= prefixLength && token.word.startsWith(wanted.word);
}

type Place = { source: SourceText; tokens: Token[]; found: number[] };

function isDenied({ source, tokens, found }: Place): boolean {
  const [first = 0, last = first] = [found[0], found.at(-1)];
  for (let place = first - 1; place >= first - denialReach; place -= 1) {
    const [token, next] = [tokens[place], tokens[place + 1]];
    if (!token || !next || isBreak(source.text.slice(token.end, next.start))) break;
    if (denials.has(token.word)) return next.word !== "alleen";
  }
  const after: string[] = [];
  for (let place = last; place < last + 8; place += 1) {
    const [token, next] = [tokens[place], tokens[place + 1]];
    if (!token || !next || isBreak(source.text.slice(token.end, next.start))) break;
    after.push(next.word);
  }
  return deniedAfter.test(after.join(" "));
}

function isBreak(between: string): boolean {
  return /[.,;:!?()\n]/.test(between);
}

/** A word without its ending, the same for its usual forms: schuld and schulden, brief and brieven. */
function stemOf(word: string): string {
  if (word.length <= 3) return word;
  const bare = word.replace(/(?:en|(?<=.{4})es|e|(?<=[^aeiouy])s)$/, "");
  const kept = bare.length < 3 ? word : bare;
  return kept
    .replace(/dt$/, "d")
    .replace(/([a-z])\1$/, "$1")
    .replace(/([aeou])\1/g, "$1")
    .replace(/z$/, "s")
    .replace(/v$/, "f");
}

/** The sentence of a hit, or of a long one the piece around it, with the words of the phrase as hits. */
function evidenceOf<Name extends string>(
  { source, tokens }: Tokens<Name>,
  { first, places }: Hit,
): HighlightPart[] {
  let [from, until] = [first, places.at(-1) ?? first];
  const start = (place: number) => tokens[place]?.start ?? 0;
  const end = (place: number) => tokens[place]?.end ?? 0;
  const isInside = (place: number) => tokens[place]?.sentence === tokens[first]?.sentence;
  const fits = (a: number, b: number) => end(b) - start(a) <= evidenceLength;
  for (let grown = true; grown;) {
    const earlier = isInside(from - 1) && fits(from - 1, until);
    if (earlier) from -= 1;
    const later = isInside(until + 1) && fits(from, until + 1);
    if (later) until += 1;
    grown = earlier || later;
  }
  const parts: HighlightPart[] = [{ text: isInside(from - 1) ? "… " : "", hit: false }];
  let done = start(from);
  for (const place of places) {
    parts.push({ text: source.text.slice(done, start(place)), hit: false });
    parts.push({ text: source.text.slice(start(place), end(place)), hit: true });
    done = end(place);
  }
  const rest = source.text.slice(done, end(until));
  parts.push({ text: isInside(until + 1) ? `${rest} …` : rest, hit: false });
  return joined(parts.map(({ text, hit }) => ({ text: text.replace(/\s+/gu, " "), hit })));
}

/** Neighbours of one kind as one part; two hits with nothing but a space between them are one. */
function joined(parts: HighlightPart[]): HighlightPart[] {
  const result: HighlightPart[] = [];
  for (const { text, hit } of parts) {
    if (text === "") continue;
    const [before, last] = [result.at(-2), result.at(-1)];
    if (hit && before?.hit && last?.text === " ") {
      result.pop();
      before.text += ` ${text}`;
    } else if (last && !last.hit && !hit) last.text += text;
    else result.push({ text, hit });
  }
  return result;
}

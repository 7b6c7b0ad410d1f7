import { otherForms } from "./search-synonyms.ts";

/** A word to search for; `prefix` when longer words that start with it count as well. */
export type SearchTerm = { text: string; prefix: boolean };

export const mostSearchTerms = 12;
export const longestSearchTerm = 40;
const longestQuery = 1000;
const chainPattern = /[\p{L}\p{N}]+(?:[:./-][\p{L}\p{N}]+)*/gu;
const amountPattern = /^\d{1,3}(?:\.\d{3})+$/u;
/** Of one part of a document so much is searched: four such parts are as much as PostgreSQL can take in. */
const mostWords = 10_000;
const mostWordCharacters = 60_000;

const stopWords = new Set(
  (
    "aan al alle als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en er ge geen " +
    "geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar me meer " +
    "men met mij mijn moet na naar niet niets nog nu of om omdat ons ook op over reeds te tegen toch toen tot u uit uw " +
    "van veel voor want waren was wat we wel werd wezen wie wij wil worden wordt zal ze zei zelf zich zij zijn zo " +
    "zonder zou " +
    // What a question is made of.
    "hoelang hoeveel mag moeten mogen waar waarom waarvoor wanneer welk welke"
  ).split(" "),
);

/**
 * The words of a query for the search port, in order: lower case, diacritics folded, everything that is not a letter
 * or digit a break (so no operator of a search engine survives), Dutch stop words and loose letters out unless
 * nothing else remains, without repeats, at most 12 words of at most 40 characters. Words over four letters are
 * prefixes, without the ending of a plural or a verb; below the words come other forms of them, as "kwijtgeschold" of
 * "kwijtschelden". Of a query only the first 1,000 characters are read.
 */
export function searchTerms(query: string): SearchTerm[] {
  const words = [...new Set(chainsIn(query.slice(0, longestQuery)).flatMap(askedWords))];
  const telling = words.filter((word) => !stopWords.has(word) && !/^\p{L}$/u.test(word));
  const kept = (telling.length > 0 ? telling : words).slice(0, mostSearchTerms);
  return withoutRepeats([...kept.flatMap(ownTerms), ...kept.flatMap(otherForms).map(termOf)]);
}

/** Of what a shorter beginning finds as well only the words that were typed. */
function withoutRepeats(terms: SearchTerm[]): SearchTerm[] {
  const once = new Map<string, SearchTerm>();
  for (const term of terms) if (!once.get(term.text)?.prefix) once.set(term.text, term);
  const beginnings = [...once.values()].filter(({ prefix }) => prefix);
  return [...once.values()].filter(
    ({ text, prefix }) =>
      !prefix || !beginnings.some((other) => other.text !== text && text.startsWith(other.text)),
  );
}

/** A word as it was typed, and its beginning when it has an ending. */
function ownTerms(word: string): SearchTerm[] {
  const { text, prefix } = termOf(word);
  const stem = prefix ? stemOf(word) : word;
  if (stem === word) return [{ text, prefix }];
  return stem.length > 4
    ? [{ text, prefix: false }, termOf(stem)]
    : [{ text, prefix }, termOf(stem)];
}

function termOf(text: string): SearchTerm {
  return { text, prefix: /^\p{L}{5,}$/u.test(text) };
}

/**
 * A word without the ending of a plural, a verb or an adjective: the first two steps of the Dutch stemmer of Snowball
 * (snowballstem.org/algorithms/dutch), with a double consonant at the end made single.
 */
function stemOf(word: string): string {
  if (word.endsWith("heden")) return `${word.slice(0, -5)}heid`;
  const ending = /(?<=[aeiouy].*[^aeiouyj]|[aeiouy].*ij)(?:ene?|e|se?)$|(?<=[^c]e)s$/u;
  return word.replace(ending, "").replace(/(?<=.{4}([^aeiou]))\1$/u, "");
}

/**
 * A text as the search index keeps it: its words in the form of those of a query, in order, with a space in between.
 * Of an indexed text the same text is indexed again. At most 10,000 words and 60,000 characters.
 */
export function indexedText(text: string): string {
  const words = wordsIn(text).slice(0, mostWords).join(" ");
  if (words.length <= mostWordCharacters) return words;
  return words.slice(0, words.lastIndexOf(" ", mostWordCharacters));
}

function wordsIn(text: string): string[] {
  return chainsIn(text).flatMap((chain) =>
    chain.whole ? [...chain.words, chain.whole] : chain.words,
  );
}

type Chain = { words: string[]; whole: string | null };

/**
 * Words with a sign in between and no space. With a digit they are a number of something, such as "4:84" and
 * "ECLI:NL:CRVB:2025:604": then the whole is a word as well, with an x for each sign. An amount is one word.
 */
function chainsIn(text: string): Chain[] {
  return (foldText(text).match(chainPattern) ?? []).map((chain) => {
    if (!/[:./-]/u.test(chain)) return { words: [cut(chain)], whole: null };
    if (amountPattern.test(chain)) return { words: [cut(chain.replaceAll(".", ""))], whole: null };
    const words = chain.split(/[:./-]/u).map(cut);
    return { words, whole: /\p{N}/u.test(chain) ? cut(words.join("x")) : null };
  });
}

/** Of a number its short pieces say nothing: "4" and "84" stand everywhere. */
function askedWords({ words, whole }: Chain): string[] {
  return whole === null ? words : [whole, ...words.filter((word) => word.length > 2)];
}

/** The one word that a piece of text without spaces is in the index, with its signs; null when it is several. */
export function wholeWord(piece: string): string | null {
  const [chain, ...more] = chainsIn(piece);
  if (!chain || more.length > 0) return null;
  return chain.whole ?? (chain.words.length === 1 ? (chain.words[0] ?? null) : null);
}

function cut(word: string): string {
  return word.length <= longestSearchTerm ? word : [...word].slice(0, longestSearchTerm).join("");
}

/**
 * Text in lower case without diacritics, the form in which words are compared. Invisible signs inside words, such as
 * soft hyphens from a web page, go; ligatures from a PDF become letters.
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]+/gu, "")
    .toLowerCase()
    .replaceAll("ς", "σ")
    .normalize("NFKC");
}

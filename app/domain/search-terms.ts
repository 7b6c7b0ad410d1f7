/** A word to search for; `prefix` when longer words that start with it count as well. */
export type SearchTerm = { text: string; prefix: boolean };

export const mostSearchTerms = 12;
export const longestSearchTerm = 40;
const longestQuery = 1000;
/** Of one part of a document so much is searched: four such parts are as much as PostgreSQL can take in. */
const mostWords = 10_000;
const mostWordCharacters = 60_000;

const stopWords = new Set(
  (
    "aan al alle als altijd andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en er ge geen " +
    "geweest haar had heb hebben heeft hem het hier hij hoe hun iemand iets ik in is ja je kan kon kunnen maar me meer " +
    "men met mij mijn moet na naar niet niets nog nu of om omdat ons ook op over reeds te tegen toch toen tot u uit uw " +
    "van veel voor want waren was wat we wel werd wezen wie wij wil worden wordt zal ze zei zelf zich zij zijn zo " +
    "zonder zou"
  ).split(" "),
);

/**
 * The words of a query for the search port, in order: lower case, diacritics folded, everything that is not a letter
 * or digit a break (so no operator of a search engine survives), Dutch stop words and loose letters out unless
 * nothing else remains, without repeats, at most 12 words of at most 40 characters. Words over four letters are
 * prefixes. Of a query only the first 1,000 characters are read.
 */
export function searchTerms(query: string): SearchTerm[] {
  const words = [...new Set(wordsIn(query.slice(0, longestQuery)))];
  const telling = words.filter((word) => !stopWords.has(word) && !/^\p{L}$/u.test(word));
  const kept = telling.length > 0 ? telling : words;
  return kept.slice(0, mostSearchTerms).map((text) => ({
    text,
    prefix: /^\p{L}{5,}$/u.test(text),
  }));
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
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(cut);
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

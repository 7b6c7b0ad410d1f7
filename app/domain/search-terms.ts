/** A word to search for; `prefix` when longer words that start with it count as well. */
export type SearchTerm = { text: string; prefix: boolean };

export const mostSearchTerms = 12;
export const longestSearchTerm = 40;
const longestQuery = 1000;

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
  const words = [...new Set(foldText(query.slice(0, longestQuery)).match(/[\p{L}\p{N}]+/gu) ?? [])];
  const telling = words.filter((word) => !stopWords.has(word) && !/^\p{L}$/u.test(word));
  const kept = telling.length > 0 ? telling : words;
  const texts = kept.map((word) => [...word].slice(0, longestSearchTerm).join(""));
  return [...new Set(texts)].slice(0, mostSearchTerms).map((text) => ({
    text,
    prefix: /^\p{L}{5,}$/u.test(text),
  }));
}

/** Text in lower case without diacritics, the form in which words are compared. */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .normalize("NFKC");
}

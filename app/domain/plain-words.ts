import { plainWordList } from "./plain-word-list.ts";

/** A word of offices, in the forms in which it is found, and what people say instead. */
export type PlainWord = {
  hard: string[];
  plain: string;
  /** The plain word fits wherever the hard one stood, without changing the rest of the sentence. */
  fits: boolean;
};

export const plainWords: readonly PlainWord[] = plainWordList
  .trim()
  .split("\n")
  .flatMap((line) => {
    const [, forms = "", sign = "", plain = ""] = /^(.+?) ([=>]) (.+)$/.exec(line) ?? [];
    return [{ hard: forms.split("|"), plain, fits: sign === "=" }];
  });

const byForm = new Map(
  plainWords.flatMap((word) => word.hard.map((form) => [form, word] as const)),
);
// Longest first: "in het kader van" before "kader".
const forms = [...byForm.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const anyForm = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${forms.map((form) => form.replaceAll(".", "\\.")).join("|")})(?![\\p{L}\\p{N}-])`,
  "giu",
);

export type HardWord = { word: string; plain: string; index: number };

/** The words of offices in a text with their everyday words; `index` counts UTF-16 units from the start. */
export function hardWordsIn(text: string): HardWord[] {
  return [...text.matchAll(anyForm)].map(({ 0: word, index }) => ({
    word,
    plain: byForm.get(word.toLowerCase())?.plain ?? "",
    index,
  }));
}

/** The text with everyday words where these fit as they are; a capital stays a capital. */
export function withPlainWords(text: string): string {
  return text.replaceAll(anyForm, (word) => {
    const known = byForm.get(word.toLowerCase());
    if (!known?.fits) return word;
    const isCapital = /^\p{Lu}/u.test(word);
    return isCapital ? `${known.plain[0]?.toUpperCase()}${known.plain.slice(1)}` : known.plain;
  });
}

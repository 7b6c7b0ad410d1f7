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

type Form = { form: string; word: PlainWord };

/** Forms by the letters they begin with, longest first: "in het kader van" before "in kennis". */
const formsByStart = new Map<string, Form[]>();
for (const word of plainWords) {
  for (const form of word.hard) {
    const [start = form] = /^\p{L}+/u.exec(form) ?? [];
    const others = formsByStart.get(start) ?? [];
    formsByStart.set(
      start,
      [...others, { form, word }].sort((a, b) => b.form.length - a.form.length),
    );
  }
}

type Found = Form & { index: number };

/** The forms in a text, whole words only, in order and not within each other. */
function formsIn(text: string): Found[] {
  // Letter by letter: a text that grows (İ) would no longer have the places of the original.
  const lower = text.replaceAll(/\p{Lu}/gu, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  );
  const found: Found[] = [];
  let after = 0;
  for (const { 0: start, index } of lower.matchAll(/(?<![\p{L}\p{N}-])\p{L}+/gu)) {
    if (index < after) continue;
    const fitting = formsByStart
      .get(start)
      ?.find(({ form }) => lower.startsWith(form, index) && endsAt(lower, index + form.length));
    if (!fitting) continue;
    found.push({ ...fitting, index });
    after = index + fitting.form.length;
  }
  return found;
}

function endsAt(text: string, place: number): boolean {
  return !/[\p{L}\p{N}-]/u.test(text.charAt(place));
}

export type HardWord = { word: string; plain: string; index: number };

/** The words of offices in a text with their everyday words; `index` counts UTF-16 units from the start. */
export function hardWordsIn(text: string): HardWord[] {
  return formsIn(text).map(({ form, word, index }) => ({
    word: text.slice(index, index + form.length),
    plain: word.plain,
    index,
  }));
}

/** The text with everyday words where these fit as they are; a capital stays a capital. */
export function withPlainWords(text: string): string {
  let written = "";
  let after = 0;
  for (const { form, word, index } of formsIn(text).filter((each) => each.word.fits)) {
    const isCapital = /^\p{Lu}/u.test(text.slice(index));
    const plain = isCapital ? `${word.plain[0]?.toUpperCase()}${word.plain.slice(1)}` : word.plain;
    written += text.slice(after, index) + plain;
    after = index + form.length;
  }
  return written + text.slice(after);
}

import { hardWordsIn, withPlainWords } from "./plain-words.ts";
import { sentenceLimits, thirdPersonIn } from "./readability.ts";
import { sentencesOf, wordsOf } from "./sentences.ts";

/** A part shorter than this, in words, is no sentence of its own. */
const leastWords = 3;

/**
 * Sentences made plainer by rules that keep what they say: everyday words where these fit, and a long sentence cut in
 * two where a new one can begin (a semicolon, a colon, or a comma before `en`, `maar`, `want` or `dus`).
 */
export function plainer(text: string): string[] {
  return sentencesOf(withPlainWords(text)).flatMap(shorter);
}

/** A few words, such as a title, made plainer and closed with a point. */
export function asSentence(text: string): string {
  const plain = plainer(text).join(" ");
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}

function shorter(sentence: string): string[] {
  if (wordsOf(sentence).length <= sentenceLimits.long) return [sentence];
  for (const { index, 0: sign } of sentence.matchAll(/;\s|:\s|,\s(?=(?:en|maar|want|dus)\s)/g)) {
    const [first, second] = [sentence.slice(0, index), sentence.slice(index + sign.length)];
    if (Math.min(wordsOf(first).length, wordsOf(second).length) < leastWords) continue;
    return [`${first}.`, ...shorter(capital(second))];
  }
  return [sentence];
}

function capital(text: string): string {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}

/**
 * A sentence that speaks of somebody else where a letter says `u`, with before it between brackets what somebody has to
 * settle: whether that is the reader. Other sentences as they are.
 */
export function askingWho(sentence: string): string {
  const [word] = thirdPersonIn(sentence).map((found) => found.toLowerCase());
  if (word === undefined) return sentence;
  return `[${word} of ${/^(?:haar|hun|zijn)$/.test(word) ? "uw" : "u"}] ${sentence}`;
}

/** How well a sentence suits a letter as it stands: 0 is well, more is worse. */
function trouble(sentence: string): number {
  const words = wordsOf(sentence).length;
  const length = words > sentenceLimits.tooLong ? 4 : words > sentenceLimits.long ? 2 : 0;
  return length + hardWordsIn(sentence).length;
}

/** Begins with a word for what was said before; `dit besluit` stands by itself. */
const refersBack =
  /^(?:die|dat|daar\p{Ll}*|(?:dit|deze)(?! (?:besluit|geval|zaak|oplossing|uitkomst|keuze)(?!\p{L})))(?!\p{L})/iu;

/** A sentence with those after it that make no sense without it, up to the first that speaks of somebody else. */
function unitsOf(sentences: readonly string[]): string[][] {
  const units: string[][] = [];
  for (const sentence of sentences) {
    const before = units.at(-1);
    if (before && refersBack.test(sentence)) before.push(sentence);
    else units.push([sentence]);
  }
  // What the first of a text refers to is not there.
  const whole = units.filter(([first = ""]) => !refersBack.test(first));
  return whole.map(addressed).filter((unit) => unit.length > 0);
}

/** The sentences before the first that speaks of somebody else: what follows may hang on it. */
export function addressed(sentences: readonly string[]): string[] {
  const until = sentences.findIndex((sentence) => thirdPersonIn(sentence).length > 0);
  return sentences.slice(0, until === -1 ? sentences.length : until);
}

/**
 * Of texts in sentences the sentences that suit a letter best, at most so many, in their own order: none that speaks of
 * somebody else, and none that refers to a sentence that is left out.
 */
export function plainest(texts: readonly (readonly string[])[], most: number): string[] {
  const chosen = texts
    .flatMap(unitsOf)
    .map((unit, place) => ({ unit, place, trouble: Math.max(...unit.map(trouble)) }))
    .sort((a, b) => a.trouble - b.trouble || a.place - b.place)
    .filter(({ trouble: own }, place) => place === 0 || own < 3);
  let left = most;
  return chosen
    .map(({ unit, place }) => {
      const taken = unit.slice(0, left);
      left -= taken.length;
      return { taken, place };
    })
    .sort((a, b) => a.place - b.place)
    .flatMap(({ taken }) => taken);
}

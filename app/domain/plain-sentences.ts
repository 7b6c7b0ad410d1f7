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

/** How well a sentence suits a letter as it stands: 0 is well, more is worse. */
function trouble(sentence: string): number {
  const words = wordsOf(sentence).length;
  const length = words > sentenceLimits.tooLong ? 4 : words > sentenceLimits.long ? 2 : 0;
  return length + (thirdPersonIn(sentence).length > 0 ? 3 : 0) + hardWordsIn(sentence).length;
}

/** Of these sentences the ones that suit a letter best, at most so many, in their own order. */
export function plainest(sentences: readonly string[], most: number): string[] {
  return sentences
    .map((sentence, place) => ({ sentence, place, trouble: trouble(sentence) }))
    .sort((a, b) => a.trouble - b.trouble || a.place - b.place)
    .slice(0, most)
    .filter(({ trouble: own }, place) => place === 0 || own < 3)
    .sort((a, b) => a.place - b.place)
    .map(({ sentence }) => sentence);
}

import { passivesIn } from "./passive-forms.ts";
import { hardWordsIn } from "./plain-words.ts";
import { sentencesOf, wordsOf } from "./sentences.ts";
import { syllables } from "./syllables.ts";

/** A sentence of more words than the first is long, of more than the second too long. */
export const sentenceLimits = { long: 15, tooLong: 20 };
/** A word of more syllables or letters than this is long. */
export const wordLimits = { syllables: 3, letters: 12 };

/** What `readsAtB1` asks; see there. */
export const b1Limits = {
  fleschDouma: 60,
  averageSentence: 12,
  longSentences: 0.1,
  hardWords: 0.02,
  longWords: 0.12,
};
/** Of fewer words a report says nothing about the level. */
export const fewestWords = 30;

/** Parts are named by who asks, such as `outcome` or `reasons.1`. */
export type TextPart = { part: string; text: string };

export type ReadabilityFinding = { part: string; sentence: string } & (
  | { kind: "long_sentence" | "too_long_sentence"; words: number }
  | { kind: "passive"; form: string }
  | { kind: "hard_word"; word: string; plain: string }
  | { kind: "long_word"; word: string; syllables: number }
  | { kind: "third_person"; word: string }
  | { kind: "to_fill_in"; word: string }
);

export type TextCounts = { sentences: number; words: number; syllables: number };

export const b1Checks = [
  "flesch_douma",
  "average_sentence",
  "too_long_sentences",
  "long_sentences",
  "hard_words",
  "long_words",
] as const;
export type B1Check = {
  check: (typeof b1Checks)[number];
  value: number;
  limit: number;
  ok: boolean;
};

export type Readability = {
  counts: TextCounts;
  /** Words per sentence and syllables per word; 0 without words. */
  averageSentence: number;
  syllablesPerWord: number;
  /** Null without words. */
  fleschDouma: number | null;
  leesindexA: number | null;
  /** Null when there is too little to say. */
  readsAtB1: boolean | null;
  checks: B1Check[];
  /** Sentences that speak of somebody else where a letter says `u`. How plain a text is, does not hang on it. */
  thirdPersonSentences: number;
  findings: ReadabilityFinding[];
};

/**
 * Reading ease of a Dutch text: 206.84 - 0.93 x words per sentence - 0.77 x syllables per hundred words. Higher is
 * easier: from 90 very easy, 80 easy, 70 fairly easy, 60 normal, 45 fairly difficult, 30 difficult, below that very
 * difficult. Null without words.
 *
 * Source: W.H. Douma, De leesbaarheid van landbouwbladen, Wageningen 1960 (Bulletin 17), after R. Flesch.
 */
export function fleschDouma({ sentences, words, syllables: total }: TextCounts): number | null {
  if (sentences === 0 || words === 0) return null;
  return 206.84 - 0.93 * (words / sentences) - 0.77 * ((100 * total) / words);
}

/**
 * Leesindex A: 195 - 2 x words per sentence - 2/3 x syllables per hundred words. Higher is easier: above 80 very easy,
 * below 25 very difficult. Null without words.
 *
 * Source: R.H.M. Brouwer, Onderzoek naar de leesmoeilijkheid van Nederlands proza, Paedagogische Studiën 40 (1963),
 * p. 454-464.
 */
export function leesindexA({ sentences, words, syllables: total }: TextCounts): number | null {
  if (sentences === 0 || words === 0) return null;
  return 195 - 2 * (words / sentences) - (2 / 3) * ((100 * total) / words);
}

/**
 * How easy a Dutch text reads, in numbers, and which sentences and words are in the way, in the order of the text.
 * The numbers do not depend on the order of parts or sentences.
 */
export function readability(parts: readonly TextPart[]): Readability {
  const sentences = parts.flatMap(({ part, text }) =>
    sentencesOf(text).map((sentence) => ({ part, sentence, words: wordsOf(sentence) })),
  );
  const words = sentences.flatMap((each) => each.words);
  const findings = sentences.flatMap(findingsIn);
  const counts = {
    sentences: sentences.length,
    words: words.length,
    syllables: words.reduce((sum, word) => sum + syllables(word), 0),
  };
  const checks = b1ChecksOf(counts, findings);
  return {
    counts,
    averageSentence: ratio(counts.words, counts.sentences),
    syllablesPerWord: ratio(counts.syllables, counts.words),
    fleschDouma: fleschDouma(counts),
    leesindexA: leesindexA(counts),
    readsAtB1: counts.words < fewestWords ? null : checks.every(({ ok }) => ok),
    checks,
    thirdPersonSentences: findings.filter(({ kind }) => kind === "third_person").length,
    findings,
  };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/**
 * What stands for "reads at B1": a text is normal or easier by Flesch-Douma, its sentences are 12 words or less on
 * average, at most one in ten has more than 15 and none more than 20, at most 2 % of its words is on the list of
 * words of offices, and at most 12 % is long.
 *
 * A rule of our own: the levels of the European framework describe readers, and no formula was ever held to them. It
 * follows the advice for texts of the Dutch government (short sentences, everyday words).
 */
function b1ChecksOf(counts: TextCounts, findings: readonly ReadabilityFinding[]): B1Check[] {
  const count = (...kinds: ReadabilityFinding["kind"][]) =>
    findings.filter(({ kind }) => kinds.includes(kind)).length;
  const { words, sentences } = counts;
  const atMost = (check: B1Check["check"], value: number, limit: number): B1Check => ({
    ...{ check, value, limit },
    ok: value <= limit,
  });
  const score = fleschDouma(counts) ?? 0;
  const limit = b1Limits.fleschDouma;
  const long = ratio(count("long_sentence", "too_long_sentence"), sentences);
  return [
    { check: "flesch_douma", value: score, limit, ok: score >= limit },
    atMost("average_sentence", ratio(words, sentences), b1Limits.averageSentence),
    atMost("too_long_sentences", count("too_long_sentence"), 0),
    atMost("long_sentences", long, b1Limits.longSentences),
    atMost("hard_words", ratio(count("hard_word"), words), b1Limits.hardWords),
    atMost("long_words", ratio(count("long_word"), words), b1Limits.longWords),
  ];
}

type Sentence = TextPartOf & { words: string[] };
type TextPartOf = { part: string; sentence: string };

function findingsIn({ part, sentence, words }: Sentence): ReadabilityFinding[] {
  const at = { part, sentence };
  const hard = hardWordsIn(sentence);
  const isHard = (word: string) => hard.some((each) => each.word.includes(word));
  return [
    ...lengthFinding(at, words.length),
    ...passivesIn(sentence).map((form) => ({ ...at, kind: "passive" as const, form })),
    ...hard.map(({ word, plain }) => ({ ...at, kind: "hard_word" as const, word, plain })),
    ...words
      .filter((word) => isLongWord(word) && !isHard(word))
      .map((word) => ({ ...at, kind: "long_word" as const, word, syllables: syllables(word) })),
    ...thirdPersonIn(sentence).map((word) => ({ ...at, kind: "third_person" as const, word })),
    ...placeholdersIn(sentence).map((word) => ({ ...at, kind: "to_fill_in" as const, word })),
  ];
}

function lengthFinding(at: TextPartOf, words: number): ReadabilityFinding[] {
  if (words <= sentenceLimits.long) return [];
  const kind = words > sentenceLimits.tooLong ? "too_long_sentence" : "long_sentence";
  return [{ ...at, kind, words }];
}

/** Whether a word has more than three syllables or more than twelve letters; numbers and addresses are no words here. */
export function isLongWord(word: string): boolean {
  if (/[\d.@]/.test(word)) return false;
  return syllables(word) > wordLimits.syllables || [...word].length > wordLimits.letters;
}

const somebodyElse =
  /(?<!\p{L})(?:zij|ze|hij|haar|hem|hen|hun|mevrouw|meneer|betrokkenen?|cliënte?|burger|aanvrager|aanvraagster|klant)(?!\p{L})/iu;
/** `Zijn` is a verb more often than it is his: only where it can be nothing else. */
const his =
  /(?<=(?<!\p{L})(?:aan|van|met|voor|door|over) )zijn(?= \p{L})|^zijn(?= \p{L}+ (?:is|was|blijft|wordt|kan|heeft)(?!\p{L}))/iu;

/** The word that speaks of somebody else where a letter says `u`; whether it is the reader, only a person can tell. */
export function thirdPersonIn(sentence: string): string[] {
  const [word] = somebodyElse.exec(sentence) ?? his.exec(sentence) ?? [];
  return word === undefined ? [] : [word];
}

/** What somebody has yet to fill in: words between square brackets. */
export function placeholdersIn(text: string): string[] {
  return text.match(/\[[^\]\n]{1,80}\]/g) ?? [];
}

/** Abbreviations after which a point ends no sentence, and initials. */
const abbreviation =
  /(?:^|[\s("'‘“])(?:artt?|bijv|blz|ca|dhr|drs?|enz|evt|excl|fam|incl|ing|ir|jl|jr|mevr|mln|mr|mw|nrs?|o\.a|d\.w\.z|e\.d|i\.p\.v|i\.v\.m|m\.b\.t|m\.i\.v|m\.u\.v|n\.a\.v|o\.b\.v|t\/m|t\.a\.v|t\.b\.v|t\.o\.v|z\.s\.m|prof|resp|sr|tel|vgl|zgn)\.$/iu;
const initial = /(?:^|[\s(.])\p{Lu}\.$/u;

/**
 * A text in sentences, in order. A sentence ends at `.`, `!` or `?` with space behind it and no small letter after
 * that, and at the end of a line: an item of a list is a sentence. Not after an abbreviation or an initial.
 */
export function sentencesOf(text: string): string[] {
  return text.split(/\r?\n+/).flatMap(sentencesOfLine);
}

function sentencesOfLine(line: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const { index, 0: end } of line.matchAll(/[.!?…]{1,9}["'’”)]{0,3}(?=\s+[^\p{Ll}\s])/gu)) {
    const until = index + end.length;
    const sentence = line.slice(start, until);
    const last = sentence.slice(-12);
    if (abbreviation.test(last) || initial.test(last)) continue;
    found.push(sentence);
    start = until;
  }
  return [...found, line.slice(start)].map((each) => each.trim()).filter((each) => hasWord(each));
}

function hasWord(text: string): boolean {
  return wordPattern.test(text);
}

const wordPattern = /[\p{L}\p{N}]/u;

/** The words of a sentence: letters and digits, with points, commas, hyphens and apostrophes inside. */
export function wordsOf(sentence: string): string[] {
  return sentence.match(/[\p{L}\p{N}]+(?:[.,'’/-][\p{L}\p{N}]+)*/gu) ?? [];
}

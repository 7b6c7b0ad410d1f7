export type Found = { match: string; index: number };

const groupsOfDigits = /\d+(?:[ \t\u00a0.\u2010-\u2013-]{1,3}\d+)*/g;
const wordsOfDigits = /\d+(?:[.\u2010-\u2013-]{1,3}\d+)*/g;
const notDigits = /\D+/g;
const separators = /[\s.\u00a0\u2010-\u2013-]+/g;
const year = /^(?:19|20)\d{2}$/;
const announced = /(?:bsn|sofi|nummer|nr)$/i;

/**
 * Whether digits pass the eleven test of the citizen service number: 9 digits, or 8 with the leading zero left out,
 * weights 9 to 2 and -1 for the last, sum divisible by 11, not all zeros. Spaces, dots and dashes between the digits
 * do not count. Source: Logisch Ontwerp BSN; one in eleven numbers of this length passes by chance.
 */
export function isBsn(digits: string): boolean {
  const bare = digits.trim().replace(separators, "");
  if (!/^\d{8,9}$/.test(bare) || /^0+$/.test(bare)) return false;
  const total = [...bare.padStart(9, "0")].reduce(
    (sum, digit, place) => sum + Number(digit) * (place === 8 ? -1 : 9 - place),
    0,
  );
  return total % 11 === 0;
}

/**
 * Numbers in a text that pass the eleven test, written together or in groups, and are not a piece of a longer number
 * or code, nor a date. The text must have other numbers (phones, amounts, references) masked already.
 */
export function bsnCandidates(text: string): Found[] {
  return [...text.matchAll(groupsOfDigits)].flatMap((groups) => {
    const words = [...groups[0].matchAll(wordsOfDigits)].map((word) => ({
      match: word[0],
      index: groups.index + word.index,
    }));
    const single = words.filter((word) => isCandidate(text, [word]));
    if (single.length > 0 || words.length === 1) return single;
    const apart = [words, withoutYears(words)].find((several) => isCandidate(text, several));
    const [first, last] = [apart?.at(0), apart?.at(-1)];
    if (!first || !last) return [];
    const end = last.index + last.match.length;
    return [{ match: text.slice(first.index, end), index: first.index }];
  });
}

function isCandidate(text: string, words: Found[]): boolean {
  const [first, last] = [words.at(0), words.at(-1)];
  if (!first || !last) return false;
  const digits = words.map(({ match }) => match.replace(notDigits, "")).join("");
  return (
    isBsn(digits) &&
    !isDate(digits) &&
    !isYearAndMore(words) &&
    standsAlone(text, first.index, last.index + last.match.length)
  );
}

/** "2017 1234" is a year and a number, "1987 65 432" is the grouping once usual for this number. */
function isYearAndMore(words: Found[]): boolean {
  const groups = words.flatMap(({ match }) => match.split(notDigits));
  const shape = groups.map(({ length }) => length).join("-");
  return groups.length > 1 && shape !== "4-2-3" && groups.some((group) => year.test(group));
}

function withoutYears(words: Found[]): Found[] {
  const others = words.map(({ match }) => !year.test(match));
  const first = others.indexOf(true);
  return first < 0 ? [] : words.slice(first, others.lastIndexOf(true) + 1);
}

function isDate(digits: string): boolean {
  const yearFirst = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
  const dayFirst = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}$/;
  return yearFirst.test(digits) || dayFirst.test(digits);
}

/** Letters glued to it make it a code ("NXF123456782"), unless they announce the number ("bsn123456782"). */
function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(end, end + 2);
  if (/^(?:[\p{L}\d_]|[.,/:-]\d)/u.test(after)) return false;
  return announced.test(before) || !/(?:[\p{L}\d_]|\d[.,/:-])$/u.test(before);
}

import { bsnCandidates, type Found } from "./bsn.ts";
import { findIbans } from "./iban.ts";

export { isBsn } from "./bsn.ts";

export const personalDataKinds = [
  "bsn",
  "email",
  "phone",
  "iban",
  "postcode",
  "birth_date",
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** Where a text seems to hold personal data; `index` counts UTF-16 units from the start. */
export type Finding = { kind: PersonalDataKind; match: string; index: number };

// Every pattern below is linear in the text: repeats are bounded or cannot start again inside their own match.
const day = "(?:0?[1-9]|[12]\\d|3[01])";
const month = "(?:0?[1-9]|1[0-2])";
const year = "(?:19|20)\\d{2}";
const monthName =
  "(?:jan(?:uari|uary)?|feb(?:ruari|ruary)?|mrt|maart|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june?|juli?|july?|" +
  "aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
const fullDate = [
  `${day}(?: ?[-/.] ?| )${month}(?: ?[-/.] ?| )${year}`,
  `${year}[-/.]${month}[-/.]${day}`,
  `${day}(?:e|ste|de|st|nd|rd|th)?[ -](?:of )?${monthName}[ -]${year}`,
  `${monthName} ${day}(?:st|nd|rd|th)?,? ${year}`,
].join("|");
const shortDate = `${day}[-/.]${month}[-/.]'?\\d{2}`;
const birthWord =
  "(?:geboren|geboortedatum|geboortedag|geboorte|geb\\.?|born|birthday|birth ?date|date of birth|dob)";

const references =
  /ECLI:[A-Z]{2}:[A-Z\d]{1,7}:\d{4}:[A-Z\d.]{1,25}|(?<![A-Z\d])[A-Z]{2,7}:\d{4}:[A-Z\d.]{1,25}|(?:jci[\d.]{1,4}:[cv]:)?BWB[RVW]\d{7}(?:&[a-z.-]{1,30}=[\w:.,()-]{1,40})*|CVDR\d{1,8}(?:[/_]\d{1,4})?|kvk[\p{L} -]{0,10}:? ?\d{8}(?!\d)/giu;
const amounts =
  /(?:€|EUR) ?-?[\d.]{1,20}(?:,\d{1,2}|,-)?|(?<![\d.,])[\d.]{1,20}(?:,(?:\d{1,2}(?!\d)|-)| ?(?:euro|EUR)(?!\p{L}))/giu;
const dates = new RegExp(`(?<!\\d)(?:${fullDate})(?!\\d)`, "giu");
const emails =
  /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@(?:[\p{L}\d-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\d])/giu;
const birthDates = new RegExp(
  `(?<!\\p{L})${birthWord}(?!\\p{L})[^\\d\\n.!?;]{0,40}(?:${fullDate}|${shortDate})(?!\\d)|` +
    `(?<!\\d)(?:${fullDate}) (?:te \\p{L}{1,30} |in \\p{L}{1,30} )?(?:geboren|born)(?!\\p{L})`,
  "giu",
);
// Nine digits after the 0 or the country code; the digit before them must not belong to a longer number.
const phones =
  /(?<![\p{L}\d])(?<!\d[-./_])(?:(?:\+|00)31[ .\u00a0-]{0,2}(?:\(?0\)?)?|\(?0(?!0))[ ()./\u00a0-]{0,2}[1-9](?:[ ()./\u00a0\u2013-]{0,3}\d){8}(?![\d_]|[-./]\d)|(?<![\p{L}\d])\+(?!31)[1-9](?:[ ()./-]{0,2}\d){8,13}(?!\d)/gu;
const postcode =
  "(?<!\\d)[1-9]\\d{3}(?: ?(?!SA|SD|SS)[A-Z]{2}|(?!sa|sd|ss|de)[a-z]{2})(?![\\p{L}\\d])";
const addresses = new RegExp(
  `(?<=\\p{L}\\.? )\\d{1,5}(?:[ -]?[A-Za-z]{1,3}|-\\d{1,4})?[\\s,]{1,3}${postcode}|` +
    `${postcode}[\\s,]{1,3}(?:(?:huisnummer|huisnr|nummer|nr|no)\\.?:? ?)?\\d{1,5}(?!\\d|[-/.:,]\\d)`,
  "gu",
);
// "2021 WW 12 maanden": a year and a benefit, not an address.
const yearAndLaw = /(?<!\d)(?:19|20)\d{2} (?:WW|ZW|AO|EU|EG|EC|NL|BV|NV|CV)(?!\p{L})/u;

/**
 * Places where a text seems to hold personal data, in order: BSN (eleven test), e-mail address, phone number (Dutch,
 * or with a country code), IBAN (mod 97), postcode with house number, birth date (a date beside a word for being
 * born). Law references, amounts and other dates are left alone. It warns; it cannot prove that a text is clean.
 * Linear in the length of the text.
 */
export function findPersonalData(text: string): Finding[] {
  const findings: Finding[] = [];
  let rest = blanked(text, found(text, references));
  const take = (kind: PersonalDataKind, matches: Found[]) => {
    findings.push(...matches.map(({ match, index }) => ({ kind, match, index })));
    rest = blanked(rest, matches);
  };
  // The order matters: what is taken is blanked, so that no number is found twice.
  take("email", found(rest, emails));
  take("iban", findIbans(rest));
  take("birth_date", found(rest, birthDates));
  rest = blanked(rest, found(rest, dates));
  take("phone", found(rest, phones).filter(isPersonalNumber));
  take(
    "postcode",
    found(rest, addresses).filter(({ match }) => !yearAndLaw.test(match)),
  );
  rest = blanked(rest, found(rest, amounts));
  take("bsn", bsnCandidates(rest));
  return findings.sort((a, b) => a.index - b.index);
}

/** The citizen service numbers in a text, see `findPersonalData`. */
export function findBsn(text: string): Finding[] {
  return findPersonalData(text).filter(({ kind }) => kind === "bsn");
}

/** Service numbers (0800, 0900) belong to organisations. */
function isPersonalNumber({ match }: Found): boolean {
  return !/^0(?:800|90[069])/.test(match.replace(/\D/g, ""));
}

function found(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map(({ 0: match, index }) => ({ match, index }));
}

/** The text with these places replaced by a character that is neither letter, digit nor separator. */
function blanked(text: string, places: Found[]): string {
  const parts: string[] = [];
  let end = 0;
  for (const { match, index } of places) {
    parts.push(text.slice(end, index), "\u0000".repeat(match.length));
    end = index + match.length;
  }
  return parts.join("") + text.slice(end);
}

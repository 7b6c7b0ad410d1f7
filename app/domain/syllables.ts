/** Words that the rules below get wrong: most of them borrowed from other languages. */
const exceptions: Readonly<Record<string, number>> = {
  ...{ station: 2, stations: 2, team: 1, teams: 1, mail: 1, mails: 1, mailtje: 2, site: 1 },
  ...{ website: 2, websites: 3, online: 2, offline: 2, live: 1, date: 1, update: 2, file: 1 },
  ...{ deadline: 2, deadlines: 2, coach: 1, jobcoach: 2, timen: 2, trainee: 2, route: 2 },
  ...{ creche: 1, milieu: 2, adieu: 2, zoeven: 2, alinea: 4 },
};

/** Vowels that sound together, longest first: what is not here is a vowel of its own. */
const sounds =
  /aai|ooi|oei|eeu|ieu|eau|ëe|ëi|ïe|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ai|au|ou|oi|[aeiouyàáâäèéêëìíîïòóôöùúûü]/g;

/**
 * How many syllables a Dutch word has, one or more. Counted by the vowels that sound together; a word joined by a
 * hyphen is the sum of its parts. Digits and letters that are spelled out count as one: nobody agrees how to count
 * them, and a date should not weigh like a sentence.
 *
 * Source of the spelling rules: Groene Boekje (Woordenlijst Nederlandse Taal), hyphenation; checked against a list in
 * the tests.
 */
export function syllables(word: string): number {
  const parts = word.toLowerCase().normalize("NFC").split(/[-–/]/);
  const counted = parts.filter((part) => part !== "").map(ofPart);
  return Math.max(
    1,
    counted.reduce((sum, count) => sum + count, 0),
  );
}

function ofPart(part: string): number {
  const letters = part.replaceAll(/[^\p{L}]/gu, "");
  const known = exceptions[letters];
  if (known !== undefined) return known;
  const spelled = letters
    .replaceAll("qu", "kw")
    // A consonant before a vowel: yoga, royaal.
    .replaceAll(/y(?=[aeiou])/g, "j")
    // se-ri-eus, but nieuws and nieuwe are one sound.
    .replaceAll(/ieu(?=[sz])/g, "i-eu")
    // mu-se-um.
    .replaceAll(/eum(s?)$/g, "e-um$1");
  return Math.max(1, spelled.match(sounds)?.length ?? 0);
}

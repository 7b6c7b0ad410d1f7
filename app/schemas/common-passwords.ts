/** Words people build a long password from first, so that guessing starts there too. */
const commonWords = [
  "wachtwoord",
  "password",
  "passwort",
  "paswoord",
  "maatwerkplaats",
  "maatwerk",
  "welkom",
  "welcome",
  "geheim",
  "qwerty",
  "qwertyuiop",
  "azerty",
  "asdfghjkl",
  "zxcvbnm",
  "letmein",
  "iloveyou",
  "ikhouvanjou",
  "changeme",
  "changeit",
  "administrator",
  "admin",
  "beheerder",
  "beheer",
  "overheid",
  "gemeente",
  "nederland",
  "amsterdam",
  "rotterdam",
  "utrecht",
  "feyenoord",
  "januari",
  "februari",
  "maart",
  "april",
  "augustus",
  "september",
  "oktober",
  "november",
  "december",
  "zomer",
  "winter",
  "lente",
  "herfst",
  "summer",
  "spring",
  "autumn",
  "test",
  "demo",
  "hallo",
  "abc",
];

const runs = ["01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz"];
const lookAlikes: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "@": "a",
  $: "s",
};

/**
 * Whether a password is one of those that are tried first: common words with digits and signs
 * around them ("Welkom2026!!"), one sign or a short piece over and over, a row of the keyboard.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.normalize("NFKC").toLowerCase();
  return (
    isRepetition(text) ||
    runs.some((run) => run.includes(text)) ||
    isOnlyCommonWords(text) ||
    isOnlyCommonWords(withoutLookAlikes(text))
  );
}

/** "w@chtw00rd2026" is "wachtwoord": signs for letters inside, years and the like cut off the ends. */
function withoutLookAlikes(text: string): string {
  const inside = text.replaceAll(/^[^\p{L}@$]+|[^\p{L}]+$/gu, "");
  return inside.replaceAll(/[0134@$]/g, (sign) => lookAlikes[sign] ?? sign);
}

/** One to four signs again and again: "aaaaaaaaaaaa", "abcabcabcabc". */
function isRepetition(text: string): boolean {
  return /^(.{1,4}?)\1{2,}.{0,3}$/su.test(text);
}

function isOnlyCommonWords(text: string): boolean {
  let letters = text.replaceAll(/[^\p{L}]/gu, "");
  if (letters === "") return /^[\d\s.\-/]+$/.test(text) && text.length < 16;
  const longestFirst = [...commonWords].sort((a, b) => b.length - a.length);
  for (const word of longestFirst) letters = letters.replaceAll(word, "");
  return letters === "";
}

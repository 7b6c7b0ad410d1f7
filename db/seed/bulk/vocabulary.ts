import type { Chance } from "./chance.ts";

/** Words every Dutch text is full of, the most used first. */
const frequent =
  "de het een van en in is dat op te niet met voor zijn die was er aan hij zij om ook als maar bij dan nog naar uit door over kan wel geen heeft worden na tot".split(
    " ",
  );

/** Words of the work itself, the most used first. */
const domain = (
  "uitkering terugvordering inkomen burger gemeente schuld aanvraag besluit regel termijn huis partner kind werk ziekte zorg " +
  "melding bijstand voorschot bezwaar huur betaling gezin moeder vader dochter zoon buitenland woning loon pensioen overlijden " +
  "weduwe nabestaandenuitkering arbeidsongeschiktheid kwijtschelding betalingsregeling deurwaarder ontruiming energie water " +
  "afsluiting begeleider studie studiefinanciering opleiding verhuizing echtscheiding mantelzorg handicap formulier brief telefoon " +
  "misverstand informatie fout systeem wet artikel beleidsregel hardheidsclausule evenredigheid omstandigheden verwijtbaarheid " +
  "inlichtingenplicht storting rekening bank vermogen toeslag huurtoeslag zorgtoeslag kinderbijslag kostendelersnorm samenwonen " +
  "detentie verslaving opvang dakloos hond kliniek politie buurt wijkteam bewindvoerder schuldhulp leefgeld beslagvrije voet"
).split(" ");

const onsets = "b br d dr f g gr h j k kl kr l m n p pl pr r s sch sl sp st t tr v vl w z".split(
  " ",
);
const vowels = "a aa e ee i ie o oo oe u uu ei ij ou ui eu".split(" ");
const codas = "k l ld m n ng nk nt p r rd rk rm rs rt s st t ts x".split(" ");
const endings = "en er ing heid lijk elijk sel schap baar ig".split(" ");
const made = 5000;
const slots = 1 << 16;

export type Vocabulary = {
  words: readonly string[];
  /** A text of so many words, the frequent ones often and the rare ones seldom. */
  text: (random: Chance, length: number) => string;
};

/**
 * Dutch-looking words with the frequencies of a real text: the word on place n comes up in
 * proportion to 1 / n (Zipf), so that a search index behaves as it would with real cases.
 */
export function vocabulary(random: Chance): Vocabulary {
  const words = [...new Set([...frequent, ...domain, ...madeWords(random)])];
  const weights = words.map((_, place) => 1 / (place + 2));
  const all = weights.reduce((total, weight) => total + weight, 0);
  const slotted = words.flatMap((word, place) => {
    const share = Math.max(1, Math.round(((weights[place] ?? 0) / all) * slots));
    return new Array<string>(share).fill(word);
  });
  return { words, text: (by, length) => textOf(slotted, by, length) };
}

function textOf(slotted: string[], random: Chance, length: number): string {
  let text = "";
  let left = 0;
  for (let place = 0; place < length; place += 1) {
    const word = slotted[random.below(slotted.length)] ?? "";
    const starts = left === 0;
    if (starts) left = 6 + random.below(12);
    left -= 1;
    const shown = starts ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    text += place === 0 ? shown : ` ${shown}`;
    if (left === 0 || place === length - 1) text += ".";
  }
  return text;
}

function madeWords(random: Chance): string[] {
  return Array.from({ length: made }, () => {
    const syllables = 1 + random.below(3);
    let word = "";
    for (let place = 0; place < syllables; place += 1) {
      word += random.oneOf(onsets) + random.oneOf(vowels);
      if (random.next() < 0.7) word += random.oneOf(codas);
    }
    return random.next() < 0.5 ? word + random.oneOf(endings) : word;
  });
}

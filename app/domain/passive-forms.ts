import { wordsOf } from "./sentences.ts";

/** Forms of `worden` that make a passive with a participle. */
const become = new Set("word wordt worden werd werden".split(" "));
/** Forms of `zijn` that may; not `zijn` itself, which is mostly `his`. */
const be = new Set("is was waren ben bent".split(" "));

/** Strong participles, which no rule tells from an infinitive or a noun. */
const strong = new Set(
  (
    "aangeboden aangegeven aangehouden aangenomen aangetroffen aangevallen afgegeven afgenomen afgesloten " +
    "afgesproken afgewezen bedorven begrepen bekeken beschreven besloten besproken bewezen betrokken " +
    "bijgehouden doorgegeven gebonden gebroken gedaan gedragen gedreven gedwongen gegeven gehouden geholpen " +
    "gekozen gelaten gelezen genomen geroepen geschreven gesloten gesproken gestolen getroffen getrokken gevonden " +
    "gevraagd gewezen gewonnen gezien gezonden goedgevonden herzien ingenomen ingetrokken ingezien meegenomen " +
    "nagelaten nagekeken onderbroken ondernomen onderzocht ontboden ontslagen ontvangen opgegeven opgeheven " +
    "opgenomen opgeschreven overgenomen overwogen overgedragen teruggegeven teruggenomen toegelaten toegewezen " +
    "uitgegeven uitgekozen uitgesloten uitgesproken vastgehouden verboden verbroken vergeven verkregen verkocht " +
    "verloren verwezen verzonden verzwegen voorgelezen voorgeschreven weggelaten weggenomen aangevraagd"
  ).split(" "),
);

const separable =
  "aan|achter|af|bij|binnen|door|goed|in|klaar|los|mee|na|om|open|op|over|samen|tegen|terug|thuis|toe|uit|vast|vol|voor|vrij|weg";
const prefix = new RegExp(`^(?:${separable})(?=ge)`, "u");
const weak = new RegExp(`^(?:(?:${separable})?ge|be|ver|ont|her|onder|over)\\p{Ll}{2,}[dt]$`, "u");

/** Words that look like a participle and are none, or are used as an adjective. */
const other = new Set(
  (
    "beeld bekend beleid bent bericht beroep berust besluit best bestand bestaat betreft bevoegd " +
    "bewind bewust bezit gebied gebit gebouwd geduld geest gehandicapt gehuwd gelaat geld geldt geleid gelijk geloof " +
    "geluid gemiddeld genot gepast gepensioneerd gerecht gericht gerust gescheiden geschikt gespannen getrouwd geval gevoeld " +
    "gevoelig gewend gewest gewicht gewoond gezicht gezond herfst hert onbekend onderdeel ondergrond onderstand ontbreekt ontvangst " +
    "overheid overmacht verband verbod verdriet verhaalt verkeerd verplicht verschil verstand vertraagd verwacht verwarmd verzekerd " +
    "verzet verloofd verslaafd vermoeid verdeeld gebaat bezorgd beperkt benieuwd begaafd beleefd behoeft verheugd bereid gezegd gestemd " +
    "gesteld gerechtigd"
  ).split(" "),
);

/** Participles that go with `zijn` to say that something happened: no passive. */
const happened = new Set(
  (
    "aangekomen afgelopen begonnen gebeurd gebleken gebleven gedaald gegaan gegroeid gekomen geland gelukt gereisd geslaagd " +
    "gestart gestegen gestopt gestorven gevallen gevlucht geweest geworden mislukt ontstaan overleden teruggegaan teruggekomen " +
    "toegenomen veranderd verdwenen vergaan verhuisd verlopen verschenen vertrokken vervallen vooruitgegaan verjaard vergeten " +
    "geboren geschrokken afgenomen opgehouden doorgegaan uitgegaan opgelopen ingegaan uitgekomen ingestemd"
  ).split(" "),
);

const determiners = new Set(
  "de het een dit dat deze die uw onze mijn geen elk elke ieder welk zo'n".split(" "),
);

/** Where a clause ends and another one, with a verb of its own, begins. */
const clauseEnds =
  /[,;:()]|\s(?:als|dat|die|en|hoewel|indien|maar|nadat|of|omdat|terwijl|toen|totdat|voordat|waar|want|wanneer|wat|wie|zodat)\s/;

/** How many words may stand between the two, at most. */
const reach = 12;

/**
 * The passive forms in a sentence, each as the two words of which it is made: a form of `worden`, or `is`, `was`,
 * `waren`, `ben` or `bent`, with a participle in the same clause. A heuristic that rather misses one than marks what
 * is none: strong participles come from a list, nouns and adjectives that look like one are left out, so is what
 * stands behind an article, and with `zijn` what tells that something happened (is gegaan).
 */
export function passivesIn(sentence: string): string[] {
  return sentence.split(clauseEnds).flatMap((clause) => {
    const words = wordsOf(clause);
    return words.flatMap((word, place) => {
      const form = word.toLowerCase();
      if (!become.has(form) && !be.has(form)) return [];
      const isBe = be.has(form);
      const found = participleNear(words, place, isBe);
      return found === undefined ? [] : [`${word} … ${found}`];
    });
  });
}

function participleNear(words: string[], place: number, isBe: boolean): string | undefined {
  const after = words.slice(place + 1, place + 1 + reach).map((word, index) => ({
    word,
    before: words[place + index] ?? "",
  }));
  // "die is afgewezen wordt": in a subordinate clause the participle comes just before.
  const before = { word: words[place - 1] ?? "", before: words[place - 2] ?? "" };
  return [...after, before].find((each) => isParticiple(each, isBe))?.word;
}

function isParticiple({ word, before }: { word: string; before: string }, isBe: boolean): boolean {
  const form = word.toLowerCase();
  if (form !== word || determiners.has(before.toLowerCase()) || other.has(form)) return false;
  if (isBe && happened.has(form)) return false;
  return strong.has(form) || strong.has(form.replace(prefix, "")) || weak.test(form);
}

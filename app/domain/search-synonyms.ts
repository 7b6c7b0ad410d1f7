/**
 * Dutch words change where a search by their beginning does not follow: "kwijtschelden" becomes "kwijtgescholden",
 * "aanvragen" "aangevraagd", "brief" "brieven". A search for one of the forms is a search for all.
 */

/** How strong verbs can begin after what stands before them; the form after "ge" last. */
const changing = (
  "bied bood bod, bind bond, blijf blijv bleef blev, breek brek brak brok, breng bracht, " +
  "doe doen deed daan, draag drag droeg drag, drijf drijv dreef drev, geef gev gaf gev, geet get gat get, geld gold, " +
  "grijp greep grep, hef heff hief hev, houd hield houd, huis huiz, kies kiez koos koz, " +
  "kom kwam kom, koop kop kocht, krijg kreeg kreg, laat lat liet lat, lees lez las lez, lieg loog log, lies liez loor lor, " +
  "lijd leed led, loop lop liep lop, neem nem nam nom, scheld schold, " +
  "schiet schoot schot, schijn scheen schen, schrijf schrijv schreef schrev, sla slaan sloeg slag, sluit sloot slot, " +
  "spreek sprek spraak sprak sprok, sta staan stond, sterf sterv stierf storv, strijk streek strek, treed tred trad tred, " +
  "tref treff trof troff, trek trekk trok trokk, val vall viel vall, vang ving vang, vind vond, vraag vrag vroeg vraagd, " +
  "werf werv wierf worv, wijk week wek, wijs wijz wees wez, zeg zegg zei zegd, zend zond, zie zag zien, zoek zocht, " +
  "zwijg zweeg zweg, dwijn dween dwen, leg legg legd, zet zett zet, stel stell steld"
)
  .split(", ")
  .map((forms) => forms.split(" "));

/** Words by themselves; an ending may follow. */
const families =
  "bedrijf bedrijv, brief briev, huis huizen, kind kinder, prijs prijz, scheid gescheid, wet wetten"
    .split(", ")
    .map((forms) => forms.split(" "));

/** What stands before a verb and comes apart from it: "aan-ge-vraagd". */
const apart =
  "aan achter af bij binnen door in kwijt los mee na neer om onder op over samen stop tegemoet tekort terug toe uit vast voor vrij weg".split(
    " ",
  );
const joined = ["be", "ge", "her", "mis", "ont", "ver"];
const ending = /^(?:e?n|e?t|d|den?|te|ten|e|end|ende|er|ers|ing\p{L}*)?$/u;
const shortest = 4;

/**
 * The other ways in which forms of a word begin, for a word in lower case without diacritics; none for a word that does
 * not change. Each has at least four letters.
 */
export function otherForms(word: string): string[] {
  const forms = [...joined, ...apart].flatMap((start) => {
    if (!word.startsWith(start)) return [];
    const rest = word.slice(start.length);
    const verb = rest.startsWith("ge") ? [rest, rest.slice(2)] : [rest];
    return [...strongForms(start, verb), ...(apart.includes(start) ? weakForms(start, rest) : [])];
  });
  forms.push(...families.filter((family) => family.some((form) => isForm(word, form))).flat());
  // A longer word is a beginning of what is searched for itself.
  const own = (form: string) =>
    form === word || (word.length > 4 && form.startsWith(word)) || form.length < shortest;
  return [...new Set(forms)].filter((form) => !own(form));
}

function strongForms(start: string, verb: string[]): string[] {
  const known = changing.filter((forms) =>
    forms.some((form) => verb.some((word) => isForm(word, form))),
  );
  return known.flatMap((forms) => [
    ...forms.map((form) => start + form),
    `${start}ge${forms.at(-1) ?? ""}`,
  ]);
}

function isForm(word: string, form: string): boolean {
  return word.startsWith(form) && ending.test(word.slice(form.length));
}

/** "terugvordering" and "terugvorderen" become "teruggevorder", "aangevraagd" becomes "aanvraag". */
function weakForms(start: string, rest: string): string[] {
  const past = /^ge(\p{L}{3,}?)(?:d|t|de|te|den|ten)$/u.exec(rest)?.[1];
  if (past !== undefined) return [start + past];
  const now = /^(\p{L}{3,}?)(?:en|t|ing|ingen)$/u.exec(rest)?.[1];
  if (now === undefined) return [];
  // "terugbetalen", "aanvragen" and "opzeggen": "terugbetaal", "aangevraag" and "opgezeg".
  const open = now.replace(/([^aeiou])([aeou])([^aeiouxw])$/u, "$1$2$2$3");
  const single = now.replace(/(\p{L})\1$/u, "$1");
  return [`${start}${open}`, ...[now, open, single].map((verb) => `${start}ge${verb}`)];
}

/** Plaatjes bij een weging: wat erin staat, en wat er wordt voorgelezen. */
const texts = {
  circle: {
    title: "Perspectiefcirkel van {{option}}",
    passes: "Deze oplossing slaagt, met totaal {{total}} van 5.",
    fails: "Deze oplossing slaagt niet.",
    medians: "Middelste oordelen: {{list}}.",
    noMedian: "{{key}} geen oordeel",
    gates: "Poorten: {{list}}.",
    short: {
      passes: "slaagt: {{score}}",
      fails: "slaagt niet: {{score}}",
      gate: "slaagt niet: poort",
      none: "geen oordeel",
    },
  },
  legend: {
    wedge: "Gevuld: het middelste oordeel op een vraag, van 1 (midden) tot 5 (rand)",
    dot: "Een beoordelaar",
    pass: "Vanaf hier is het voldoende",
    fails: "Dit perspectief slaagt niet",
    empty: "Geen oordeel",
    gate: {
      yes: "Poort: ja",
      no: "Poort: nee",
      unsure: "Poort: twijfel",
      open: "Poort: nog open",
    },
  },
  quoted: "“{{title}}”",
  share: "{{part}} van de 100",
  always: "altijd",
  or: "{{names}} of {{last}}",
  lessThan: "minder dan {{part}}",
  moreThan: "meer dan {{part}}",
  firstAlways: "{{option}} staat op de eerste plaats bij elke weging.",
  firstIn:
    "{{option}} staat op de eerste plaats bij {{part}} van de 100 even waarschijnlijke wegingen.",
  firstNever: "{{option}} staat bij geen enkele weging op de eerste plaats.",
  triangle: {
    title: "Afwegingsdriehoek: wat staat bij welke gewichten op de eerste plaats",
    only: "alleen dit telt",
    chosen: "Gekozen zijn de gewichten {{weights}} van de 100.",
    chosenMark: "De gekozen gewichten",
    centreMark: "Midden van het grootste vlak",
    lookedMark: "De gewichten die u bekijkt",
  },
  dots: { moved: "Eerst: {{before}}. Nu: {{values}}." },
  cost: {
    title_one:
      "Kosten per oplossing en betaler in {{count}} jaar, vergeleken met strikte toepassing",
    title_other:
      "Kosten per oplossing en betaler in {{count}} jaar, vergeleken met strikte toepassing",
    saves: "← bespaart",
    pays: "betaalt meer →",
    more: "{{who}} {{amount}} meer",
    less: "{{who}} {{amount}} minder",
    even: "samen evenveel",
    together: "samen",
    same: "geen verschil",
  },
  bars: { title: "Hoe vaak elke oplossing op de eerste plaats staat" },
  look: {
    title: "Andere gewichten bekijken",
    do: "Bekijken",
    kept: "Er wordt niets bewaard. Samen tellen de gewichten altijd op tot 100.",
    hint: "Sleep de ruit, of gebruik de pijltjestoetsen of de schuiven. Er wordt niets bewaard.",
    back: "Terug naar de gekozen gewichten",
    handle: "Gewichten die u bekijkt",
    first: "Bij {{weights}} staat {{option}} op de eerste plaats, met totaal {{total}}.",
    tied: "Bij {{weights}} staan {{option}} samen op de eerste plaats, met totaal {{total}}.",
  },
  robust: {
    title: "Hoe stevig is deze uitkomst?",
    none: "Geen enkele oplossing slaagt. Er is geen eerste plaats, bij geen enkele weging.",
    one: "Alleen {{option}} slaagt. Welke gewichten u ook kiest, deze oplossing staat op de eerste plaats.",
    weights: "Als de gewichten anders waren",
    changes: "Als één oordeel, persoon of vraag anders was",
    figures: "De cijfers hierachter",
    draws:
      "Dit is berekend met {{drawn}} willekeurige wegingen, elke keer dezelfde. De aantallen kunnen er 1 van de 100 naast zitten.",
  },
  interval: {
    any: "{{name}} mag elk gewicht krijgen: de eerste plaats blijft.",
    low: "{{name}} mag tussen {{low}} en 100 van de 100 wegen; daaronder komt {{below}} op de eerste plaats.",
    high: "{{name}} mag tussen 0 en {{high}} van de 100 wegen; daarboven komt {{above}} op de eerste plaats.",
    both: "{{name}} mag tussen {{low}} en {{high}} van de 100 wegen; daaronder komt {{below}} op de eerste plaats, daarboven {{above}}.",
    same: "{{name}} mag tussen {{low}} en {{high}} van de 100 wegen; daaronder en daarboven komt {{below}} op de eerste plaats.",
  },
  flip: {
    none: "Geen enkele keuze van gewichten zet iets anders dan {{option}} op de eerste plaats.",
    smallest:
      "De kleinste verandering die de eerste plaats omdraait: {{moved}} van de 100 verschuift, naar {{weights}}. Daar komt {{option}} gelijk.",
    tied: "Nu staan {{options}} gelijk op de eerste plaats. Elk klein verschil in gewicht kan de doorslag geven.",
  },
  then: {
    first: "dan staat {{option}} op de eerste plaats",
    tied: "dan staan {{option}} samen op de eerste plaats",
    none: "dan slaagt er niets",
  },
  step: {
    none: "Eén stap hoger of lager op één oordeel verandert de eerste plaats niet.",
    one: "Geeft {{who}} op {{criterion}} bij {{option}} een {{to}} in plaats van een {{from}}, {{then}}.",
    many: "Eén stap op één oordeel kan de eerste plaats veranderen, op {{count}} manieren",
    more_one: "Nog {{count}} andere stap op één oordeel verandert de eerste plaats.",
    more_other: "Nog {{count}} andere stappen op één oordeel veranderen de eerste plaats.",
  },
  person: {
    none: "Welke beoordelaar u ook weglaat: de eerste plaats blijft gelijk.",
    one: "Zonder {{who}} verandert de uitkomst: {{then}}.",
  },
  criterion: {
    none: "Welke vraag u ook weglaat: de eerste plaats blijft gelijk.",
    one: "Zonder vraag {{criterion}} verandert de uitkomst: {{then}}.",
  },
  figures: {
    caption: "Scores, en hoe vaak elke plaats, van 100 wegingen",
    option: "Oplossing",
    rank: "Plaats {{rank}}",
    centre: "Midden van de gewichten waarbij deze eerst staat",
    never: "nergens",
  },
} as const;
export default texts;

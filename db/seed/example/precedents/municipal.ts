import type { ExamplePrecedent } from "../types.ts";

export const municipalPrecedents: ExamplePrecedent[] = [
  {
    caseKey: "niet-gemelde-stortingen",
    title: "Meerdere stortingen niet gemeld na een eerdere waarschuwing",
    summary:
      "Iemand met bijstand meldde een reeks contante stortingen niet, terwijl de gemeente de regel eerder had uitgelegd. Er waren geen bijzondere gevolgen en geen fout van de gemeente. Het hele bedrag is teruggevorderd.",
    motivation: {
      legal: "De plicht was bekend. Een dringende reden om minder terug te vragen ontbreekt.",
      financial: "De beslagvrije voet bleef in stand.",
      societal: "Gelijk behandelen is eerlijk tegenover wie wel meldt. Goede uitleg hoort erbij.",
    },
    level: 0,
    status: "valid",
    visibility: "organisation",
    editor: "daan-olthof",
    publisher: "shanti-biharie",
    publishedAgoDays: 280,
  },
  {
    caseKey: "hond-en-opname",
    title: "Een kleine drempel wegnemen zodat een behandeling kan beginnen",
    summary:
      "Iemand zonder woning kon met een behandeling beginnen, maar had geen plek voor een huisdier. Geen regeling voorzag daarin op tijd. De kosten zijn als bijzondere bijstand betaald, omdat zij in dit geval noodzakelijk en bijzonder waren.",
    motivation: {
      legal:
        "De noodzaak van kosten wordt beoordeeld in het geval zelf. Een werkinstructie kan dat niet vooraf uitsluiten.",
      financial:
        "Een klein bedrag voorkomt een veelvoud aan opvang en noodhulp, dat bij anderen zou vallen.",
      societal: "Wie zelf kiest voor herstel verdient dat de laatste drempel weggaat.",
    },
    level: 3,
    status: "valid",
    visibility: "network",
    editor: "shanti-biharie",
    publisher: "daan-olthof",
    publishedAgoDays: 75,
  },
];

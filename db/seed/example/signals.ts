import type { ExampleReflection, ExampleSignal } from "./types.ts";

export const signals: ExampleSignal[] = [
  {
    key: "late-aanvraag-buitenland",
    organisation: "lud",
    title: "Nabestaanden in het buitenland vragen te laat aan",
    description:
      "Wie in het buitenland woont en niet goed kan lezen, hoort vaak pas na jaren van de uitkering. Elk jaar komen ongeveer duizend aanvragen te laat binnen. Elke zaak apart bekijken kost veel tijd en de uitkomst is steeds dezelfde.",
    source: "case",
    scope: "anw-late-aanvraag",
    level: 3,
    facts: [
      "low_literacy",
      "lives_abroad",
      "bereaved",
      "acted_promptly_once_known",
      "application_more_than_year_late",
    ],
    cases: ["weduwe-spanje", "weduwe-suriname"],
    raisedBy: "nienke-postma",
    raisedAgoDays: 240,
    owner: { person: "bram-verhagen", answerInDays: -180 },
    answer: {
      text: "Akkoord. Wij maken er een beleidsregel van met een grens van vijf jaar.",
      agoDays: 205,
    },
    status: "adopted",
    statusReason: "De beleidsregel geldt.",
    closedAgoDays: 150,
    cost: {
      casesPerYear: 1000,
      centsPerCase: 185000,
      basis:
        "Telling van late aanvragen en de gemiddelde uren van behandelaar en bezwaar per zaak.",
    },
  },
  {
    key: "brief-opgenomen-partner",
    organisation: "lud",
    title: "De brief over een opname gaat naar de partner die is opgenomen",
    description:
      "Bij opname in een verpleeghuis sturen wij de brief naar de bewoner zelf. Die kan hem vaak niet meer lezen. De partner thuis weet van niets en krijgt later een terugvordering.",
    source: "unease",
    scope: "aow-aio-leefsituatie",
    level: null,
    facts: ["letter_was_sent", "limited_capacity_to_act"],
    cases: ["aow-verpleeghuis"],
    raisedBy: "marieke-hoekstra",
    raisedAgoDays: 40,
    owner: { person: "nienke-postma", answerInDays: -4 },
    status: "new",
    statusReason: "",
    cost: {
      casesPerYear: 60,
      centsPerCase: 240000,
      basis: "Schatting van de afdeling AOW: één zaak per week en een terugvordering per zaak.",
    },
  },
  {
    key: "wajong-verhuizen",
    organisation: "lud",
    title: "Wie om gezondheid moet verhuizen, verliest de Wajong",
    description:
      "De wet bindt de Wajong aan wonen in Nederland, ook als verhuizen niets kost en medisch nodig is. Wij kunnen daar zelf niet van afwijken.",
    source: "session",
    session: "wajong-spanje",
    scope: "wajong-buitenland",
    level: null,
    facts: ["medical_need", "cost_neutral", "law_excludes_explicitly"],
    cases: ["wajong-spanje"],
    raisedBy: "yassin-el-amrani",
    raisedAgoDays: 420,
    owner: {
      outside: "Ministerie van Sociale Zaken en Werkgelegenheid",
      name: "Directie Inkomensverzekeringen",
      contact: "Via het overleg over uitvoerbaarheid, elk kwartaal",
      answerInDays: -330,
    },
    answer: {
      text: "Het ministerie wil de wet op dit punt nu niet wijzigen. Het punt komt terug bij de evaluatie van de wet.",
      agoDays: 300,
    },
    status: "rejected",
    statusReason: "De wetgever wil dit nu niet wijzigen. Wij brengen het in bij de evaluatie.",
    closedAgoDays: 300,
  },
  {
    key: "elk-jaar-indicatie",
    organisation: "waterrijk",
    title: "Elk jaar dezelfde indicatie voor iets dat niet overgaat",
    description:
      "Voor een blijvende beperking vragen wij elk jaar dezelfde formulieren en dezelfde verklaring. Dat kost het gezin rust en ons geld, en de uitkomst verandert nooit.",
    source: "case",
    scope: "wmo-jeugd-zorg",
    level: null,
    facts: ["repeated_forms", "intellectual_disability"],
    cases: ["jaarlijkse-herindicatie"],
    raisedBy: "sanne-dijkgraaf",
    raisedAgoDays: 31,
    owner: { person: "daan-olthof", answerInDays: 20 },
    status: "taken_up",
    statusReason: "Daan zoekt uit voor wie een indicatie voor langere tijd kan.",
    cost: {
      casesPerYear: 85,
      centsPerCase: 62000,
      basis:
        "Aantal jaarlijkse indicaties bij een blijvende beperking, maal de kosten van een onderzoek.",
    },
  },
];

export const reflections: ExampleReflection[] = [
  {
    session: "weduwe-spanje",
    person: "esra-yildirim",
    unwrittenRule:
      "Wij geloven een brief van een instantie eerder dan het verhaal van iemand die niet kan lezen.",
    dilemma: "",
  },
  {
    session: "weduwe-spanje",
    person: "joris-van-der-velde",
    unwrittenRule: "",
    dilemma:
      "Als wij dit voor iedereen doen, is er in de begroting geen post voor. Mogen wij dan toch beginnen?",
    answer: {
      by: "hulya-demir",
      text: "Ja. Begin, en meld elk kwartaal hoeveel het er zijn. Ik breng het geld in bij de voorjaarsnota.",
    },
  },
  {
    session: "wajong-spanje",
    person: "annelies-terpstra",
    unwrittenRule: "",
    dilemma:
      "De wet laat ons geen ruimte en iedereen aan tafel vond de uitkomst verkeerd. Wie zegt dat tegen de wetgever, en hoe vaak?",
  },
  {
    session: "ww-geen-reactie",
    person: "kwame-mensah",
    unwrittenRule: "Wie niet reageert, heeft iets te verbergen.",
    dilemma:
      "Wij vroegen drie keer per brief en nooit per telefoon. Mogen wij iemand houden aan een gesprek dat wij niet voerden?",
    answer: {
      by: "hulya-demir",
      text: "Nee. Wie niet reageert, wordt voortaan gebeld voordat wij terugvorderen.",
    },
  },
  {
    session: "weduwe-turkije",
    person: "sunita-ramdin",
    unwrittenRule: "",
    dilemma:
      "Onze eigen notitie was onjuist. Zoeken wij nu iedereen op die hetzelfde antwoord kreeg, of wachten wij tot zij zich melden?",
  },
];

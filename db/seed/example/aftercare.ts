import type {
  ExampleHandover,
  ExampleLetter,
  ExampleProceeding,
  ExampleQuestionnaire,
  ExampleWrongDoor,
} from "./types.ts";

export const proceedings: ExampleProceeding[] = [
  {
    caseKey: "ww-geen-reactie",
    kind: "review",
    owner: "ingrid-wolters",
    receivedAgoDays: 16,
    dueInDays: 40,
    grounds:
      "Hij vraagt om opnieuw te kijken: hij heeft de brieven gevonden waarin hij alles op tijd meldde.",
  },
  {
    caseKey: "niet-gemelde-stortingen",
    kind: "objection",
    owner: "ruud-engelen",
    receivedAgoDays: 330,
    dueInDays: -266,
    grounds: "Hij vindt dat de stortingen leningen waren.",
    outcome: {
      result: "dismissed",
      note: "Van de leningen was niets op papier. Het besluit blijft staan.",
      agoDays: 270,
    },
  },
];

export const handovers: ExampleHandover[] = [
  {
    caseKey: "energie-afsluiting",
    to: "lud",
    contact: { name: "Marieke Hoekstra", reach: "088 000 00 12, op werkdagen" },
    question:
      "Kan de toeslag op de uitkering deze week worden uitbetaald, zodat de energie niet wordt afgesloten?",
    consent: "Mevrouw vindt goed dat wij haar situatie delen met de uitkeringsdienst.",
    parts: ["story", "urgency"],
    sentBy: "sanne-dijkgraaf",
    sentAgoDays: 2,
    answerInDays: 3,
  },
  {
    caseKey: "leefgeld-onder-bewind",
    to: "Kredietbank Waterland (voorbeeld)",
    contact: { name: "Team beschermingsbewind", reach: "bewind@kredietbank.example" },
    question:
      "Wilt u met de bewindvoerder afspreken hoeveel leefgeld nodig is om te kunnen studeren?",
    consent: "De jongere en de bewindvoerder hebben dit samen met ons besproken en zijn akkoord.",
    parts: ["wish"],
    sentBy: "sanne-dijkgraaf",
    sentAgoDays: 70,
    answerInDays: -60,
    answer: {
      status: "accepted",
      text: "Wij nemen het over en bellen de jongere deze week.",
      by: "Team beschermingsbewind",
      agoDays: 66,
    },
  },
];

export const wrongDoors: ExampleWrongDoor[] = [
  {
    organisation: "lud",
    question: "Iemand wilde huurtoeslag aanvragen en stond al een uur in onze wachtrij.",
    rightDoor: "Dienst Toeslagen",
    helpedHow: "Doorverbonden en het nummer meegegeven.",
    recordedBy: "marieke-hoekstra",
    agoDays: 12,
  },
  {
    organisation: "lud",
    question: "Vraag over bijzondere bijstand voor een begrafenis.",
    rightDoor: "De gemeente",
    helpedHow: "Samen de gemeente gebeld; er is een afspraak voor morgen.",
    recordedBy: "femke-brouwers",
    agoDays: 45,
  },
  {
    organisation: "waterrijk",
    question: "Een inwoner kwam met een brief over zijn WIA naar het gemeentehuis.",
    rightDoor: "Landelijke Uitkeringsdienst (voorbeeld)",
    helpedHow: "De brief samen gelezen en een belafspraak gemaakt.",
    recordedBy: "sanne-dijkgraaf",
    agoDays: 20,
  },
];

export const questionnaires: ExampleQuestionnaire[] = [
  {
    caseKey: "wajong-studiefinanciering",
    moment: "after_review",
    by: "marieke-hoekstra",
    sentAgoDays: 318,
    answers: {
      heard: "yes",
      understood: "yes",
      fair: "yes",
      helped: "yes",
      words: "Voor het eerst vroeg iemand wat ik wilde. Ik werk nu.",
    },
    answeredAgoDays: 310,
  },
  {
    caseKey: "wajong-spanje",
    moment: "after_decision",
    by: "marieke-hoekstra",
    sentAgoDays: 480,
    answers: {
      heard: "yes",
      understood: "yes",
      fair: "no",
      helped: "no",
      words: "Ik ben goed gehoord, maar ik heb er niets aan.",
    },
    answeredAgoDays: 470,
  },
  {
    caseKey: "niet-gemelde-stortingen",
    moment: "after_review",
    by: "sanne-dijkgraaf",
    sentAgoDays: 148,
    answers: { heard: "partly", understood: "yes", fair: "partly", helped: "no", words: "" },
    answeredAgoDays: 140,
  },
  {
    caseKey: "hond-en-opname",
    moment: "after_decision",
    by: "sanne-dijkgraaf",
    sentAgoDays: 3,
  },
];

export const letters: ExampleLetter[] = [
  {
    caseKey: "hond-en-opname",
    by: "sanne-dijkgraaf",
    sentAgoDays: 144,
    content: {
      salutation: "Beste mevrouw,",
      outcome: "U kunt naar de kliniek. Wij betalen de opvang van uw hond zolang u daar bent.",
      reasons: [
        "De wet geeft ons ruimte om te helpen als iets u van de zorg afhoudt.",
        "De opvang kost minder dan langer op straat leven.",
        "U wilt zelf beter worden en u hebt daar al veel voor gedaan.",
      ],
      duties: [
        "Bel ons als u de kliniek verlaat.",
        "Geef het boekje van uw hond mee aan de opvang.",
      ],
      disagree: [
        "Dan kunt u bezwaar maken. Dat doet u met een brief. Iemand anders mag dat ook voor u doen.",
        "Stuur de brief naar het college van Waterrijk, Raadhuisplein 1, 1234 AB Waterrijk.",
        "Zet in de brief uw naam, uw adres en de datum. Noem ook het kenmerk en de datum van deze brief.",
        "Schrijf waarom u het niet eens bent met ons besluit. Zet uw handtekening eronder.",
        "Wij helpen u graag met de brief. Maar bellen is geen bezwaar.",
      ].join(" "),
      contact: "Bel met de gemeente en vraag naar het maatwerkteam.",
      closing: "Met vriendelijke groet,\nHet maatwerkteam van Gemeente Waterrijk",
    },
  },
];

import type { ExampleCase } from "../types.ts";

export const wajongToSpain: ExampleCase = {
  key: "wajong-spanje",
  organisation: "lud",
  submitter: "rachid-bouzian",
  coordinator: "yassin-el-amrani",
  stage: "closed",
  registeredAgoDays: 610,
  title: "Met Wajong naar Spanje verhuizen om de gezondheid",
  story: [
    "Een vrouw van 54 heeft al haar hele volwassen leven een Wajong-uitkering. Zij heeft een aandoening aan haar spieren en gewrichten. In de Nederlandse winter ligt zij weken op bed. Drie keer verbleef zij een tijd in Zuid-Spanje. Daar kon zij lopen, sliep zij beter en had zij veel minder pijnstillers nodig. Haar arts schrijft dat haar gezondheid een warm en droog klimaat nodig heeft.",
    "Zij wil naar Spanje verhuizen en haar uitkering meenemen. Dat kost niets extra: het bedrag blijft gelijk en haar zorg zou goedkoper worden. Maar de wet zegt dat de Wajong stopt als iemand buiten Nederland gaat wonen. Er is een uitzondering als stoppen erg onbillijk zou zijn. Die geldt bij een dwingende reden, zoals een medische behandeling die hier niet kan of meeverhuizen met de mensen die voor je zorgen. Een beter klimaat staat daar niet bij.",
    "Zij is somber en zegt dat zij elk jaar minder ziet om voor te leven. De afdeling begrijpt haar, maar vindt geen artikel dat dit toelaat.",
  ].join("\n\n"),
  pinch:
    "Een verhuizing die haar leven draaglijk maakt en niets kost, loopt vast op de eis om in Nederland te wonen.",
  pinchPlace: "law_article",
  pinchSource: "Wajong artikel 3:19, eis van wonen in Nederland",
  lawPurpose:
    "De Wajong is een nationale voorziening, betaald uit belasting. De wetgever wilde haar binnen Nederland houden en de mogelijkheid tot begeleiding en controle bewaren.",
  citizenWish: "In een warm klimaat wonen, zelfstandig, met minder pijn.",
  citizenFirstNeed: "Weten waar zij aan toe is voordat zij haar huur opzegt.",
  citizenHeard: true,
  ownAttempts:
    "De verzekeringsarts heeft de medische stukken bekeken. Er is gekeken naar overwinteren binnen de regels en naar een andere woning.",
  unease:
    "Iedereen begrijpt haar en niemand heeft er last van. Toch mag het niet, en ik moet dat uitleggen.",
  urgency: null,
  proceeding: null,
  lifeEvents: ["illness", "disability", "moving_abroad"],
  scope: "wajong-buitenland",
  lawReferences: ["BWBR0008657", "jci1.3:c:BWBR0008657&artikel=3:19"],
  organisationsInvolved: "Landelijke Uitkeringsdienst, behandelend arts, woningcorporatie.",
  contactPerson: "Verzekeringsarts van de dienst, mag oordelen over de medische noodzaak.",
  representative: null,
  consent:
    "Zij is gehoord, heeft haar medische stukken zelf gegeven en vindt bespreking zonder naam goed.",
  special: { health: true, criminal: false },
  facts: [
    {
      key: "medical_need",
      value: "yes",
      note: "Haar gezondheid heeft een warm en droog klimaat nodig.",
      source: "Brief behandelend arts",
    },
    {
      key: "cost_neutral",
      value: "yes",
      note: "De uitkering blijft gelijk, zorg wordt waarschijnlijk goedkoper.",
      source: "Berekening afdeling",
    },
    {
      key: "mental_distress",
      value: "yes",
      note: "Somber, ziet weinig perspectief.",
      source: "Gesprek en brief psycholoog",
    },
    {
      key: "law_excludes_explicitly",
      value: "yes",
      note: "De wet koppelt de uitkering aan wonen in Nederland.",
      source: "Wajong artikel 3:19",
    },
    {
      key: "compelling_reason_hardship",
      value: "no",
      note: "Geen behandeling die alleen daar kan, geen verzorger die verhuist.",
      source: "Advies verzekeringsarts",
    },
    {
      key: "lives_abroad",
      value: "no",
      note: "Woont nu in Nederland, korte verblijven in Spanje.",
      source: "Basisregistratie",
    },
  ],
  claims: [{ label: "Wajong per jaar die bij verhuizen zou stoppen", cents: 1944000 }],
  options: [
    {
      title: "Uitkering stopt bij verhuizing",
      description: "De eis van wonen in Nederland geldt. Het verzoek wordt afgewezen.",
      level: 0,
    },
    {
      title: "Overwinteren binnen de regels",
      description:
        "Zij blijft in Nederland wonen. Met vaste afspraken benutten wij elk jaar de weken die de regels voor verblijf elders toelaten.",
      level: 1,
      ground: "no_deviation",
      groundReference: "Regels voor vakantie en verblijf buiten Nederland",
    },
    {
      title: "Uitkering mee naar Spanje",
      description: "Wij passen de uitzondering voor onbillijkheid toe en de uitkering loopt door.",
      level: 3,
      ground: "hardship_clause",
      groundReference: "Wajong artikel 3:19, hardheidsclausule",
    },
  ],
  costs: [
    {
      option: 0,
      post: "Zorg en medicijnen in Nederland",
      bearer: "care",
      recurrence: "yearly",
      certainty: "estimate",
      source: "Opgave van mevrouw en haar arts",
      cents: 640000,
    },
    {
      option: 1,
      post: "Zorg en medicijnen in Nederland",
      bearer: "care",
      recurrence: "yearly",
      certainty: "estimate",
      source: "Opgave van mevrouw en haar arts",
      cents: 560000,
    },
    {
      option: 1,
      post: "Twee keer per jaar reizen en dubbel wonen",
      bearer: "citizen",
      recurrence: "yearly",
      certainty: "estimate",
      source: "Begroting van mevrouw",
      cents: 340000,
    },
    {
      option: 2,
      post: "Zorg ten laste van Nederland via het verdrag",
      bearer: "care",
      recurrence: "yearly",
      certainty: "estimate",
      source: "Gemiddelde vergoeding voor zorg in Spanje",
      cents: 390000,
    },
    {
      option: 2,
      post: "Controle en contact op afstand",
      bearer: "own_organisation",
      recurrence: "yearly",
      certainty: "estimate",
      source: "Opgave uitvoering",
      cents: 35000,
    },
  ],
  caseAnswers: {
    incident_or_structural:
      "Structureel: de wet maakt deze keuze voor iedereen. Ongeveer dezelfde vraag komt elk jaar terug.",
    frequency: "Twintig tot dertig verzoeken per jaar",
    rule_owner: "De wetgever; het ministerie is eigenaar van de regel",
    human_dignity:
      "Ja, zij houdt inkomen en zorg in Nederland. Haar leven blijft wel klein door de pijn.",
    data_question: "Waarom vragen wij medische stukken op als de uitkomst vooraf vaststaat?",
  },
};

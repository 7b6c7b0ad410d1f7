import type { ExampleCase } from "../types.ts";

export const wajongStudent: ExampleCase = {
  key: "wajong-studiefinanciering",
  organisation: "lud",
  submitter: "dewi-santoso",
  coordinator: "marieke-hoekstra",
  stage: "closed",
  registeredAgoDays: 760,
  title: "Jongere moet Wajong terugbetalen uit een jaar met studiefinanciering",
  story: [
    "Een jongeman met een Wajong-uitkering begon in 2017 aan een ICT-opleiding. Hij woonde begeleid. Zijn woonbegeleider deed de geldzaken en vroeg studiefinanciering voor hem aan. Volgens de begeleider kon dat samen met de Wajong. Dat was toen niet zo: wie studiefinanciering kreeg, had geen recht op deze uitkering.",
    "Jaren later bleek de samenloop. Hij moet ongeveer € 15.000 en € 3.000 terugbetalen. Bij de kleinste schuld speelt mee dat inkomsten uit die tijd niet waren doorgegeven. Sinds 2021 bestaat de regel over studiefinanciering niet meer. Wie nu hetzelfde doet, houdt zijn uitkering.",
    "Hij heeft de opleiding afgemaakt en is begonnen als helpdeskmedewerker. Van zijn loon gaat alles boven het minimum naar de aflossing, naar verwachting nog jaren. Hij zegt: werken levert mij niets op. Oude vrienden bieden hem snel geld aan. Zijn jobcoach is bang dat hij afhaakt en in de criminaliteit terechtkomt. Hij erkent dat inkomsten doorgegeven hadden moeten worden, maar wist niet hoe dat moest.",
  ].join("\n\n"),
  pinch:
    "Hij betaalt jarenlang terug door een regel die niet meer bestaat en die anderen voor hem verkeerd hebben begrepen.",
  pinchPlace: "law_article",
  pinchSource: "Wajong, samenloop met studiefinanciering zoals die gold tot 2021",
  lawPurpose:
    "De Wajong geeft jongeren met een beperking inkomen en helpt hen aan werk. Het verbod op samenloop moest voorkomen dat iemand twee keer geld kreeg voor levensonderhoud.",
  citizenWish: "Werken in de ICT, een eigen woning en een leven zonder schulden.",
  citizenFirstNeed: "Dat werken loont: dat hij van zijn loon iets overhoudt.",
  citizenHeard: true,
  ownAttempts:
    "Een betalingsregeling op het laagste bedrag en uitstel van drie maanden. De rest van de schuld liep gewoon door.",
  unease:
    "Wij hebben geld gestoken in begeleiding naar werk en nemen nu met de andere hand zijn reden om te werken weg.",
  urgency: null,
  proceeding: null,
  lifeEvents: ["study", "starting_work", "debt", "disability"],
  scope: "wajong-terugvordering",
  lawReferences: ["BWBR0008657", "BWBR0011453", "jci1.3:c:BWBR0005537&artikel=3:4&lid=2"],
  organisationsInvolved:
    "Landelijke Uitkeringsdienst, instelling voor begeleid wonen, jobcoachbedrijf.",
  contactPerson: "Teamleider van de woonvoorziening, mag verklaren over het beheer van het geld.",
  representative: { role: "Jobcoach", mandate: "Mag meedenken, niet beslissen", untilInDays: null },
  consent:
    "Hij was zelf bij het gesprek en wil dat de groep weet wat er speelt, zonder zijn naam en zonder die van zijn vrienden.",
  special: { health: true, criminal: true },
  facts: [
    {
      key: "misinformed_by_third_party",
      value: "yes",
      note: "De woonbegeleider deed het geld en zei dat samenloop mocht.",
      source: "Verslag woonvoorziening",
    },
    {
      key: "rule_has_lapsed",
      value: "yes",
      note: "Sinds 2021 mag studiefinanciering naast Wajong.",
      source: "Wetswijziging 2021",
    },
    {
      key: "repayment_threatens_prospects",
      value: "yes",
      note: "Alles boven het minimum gaat naar de schuld.",
      source: "Loonstroken en aflosplan",
    },
    {
      key: "own_effort",
      value: "yes",
      note: "Opleiding afgerond en werk gevonden.",
      source: "Diploma en contract",
    },
    {
      key: "limited_capacity_to_act",
      value: "yes",
      note: "Kon zijn geldzaken niet alleen overzien.",
      source: "Indicatie begeleid wonen",
    },
    {
      key: "income_not_reported",
      value: "yes",
      note: "Inkomsten uit die tijd niet doorgegeven; speelt in de schuld van € 3.000.",
      source: "Herzieningsbesluit",
    },
    {
      key: "deliberate_concealment",
      value: "no",
      note: "Geen aanwijzing dat hij iets wilde verbergen.",
      source: "Gesprek en dossier",
    },
    {
      key: "no_other_debts",
      value: "yes",
      note: "Alleen deze twee schulden.",
      source: "Overzicht jobcoach",
    },
  ],
  claims: [
    { label: "Terugvordering Wajong naast studiefinanciering 2017", cents: 1500000 },
    { label: "Terugvordering met niet doorgegeven inkomsten", cents: 300000 },
  ],
  options: [
    {
      title: "Beide schulden volledig terugvorderen",
      description: "Aflossen volgens de normale regels, met wat boven de beslagvrije voet uitkomt.",
      level: 0,
    },
    {
      title: "Lager aflossen en langer",
      description:
        "Beide schulden blijven. Hij lost een klein vast bedrag af zolang hij werkt of leert.",
      level: 1,
      ground: "no_deviation",
      groundReference: "Ruimte in de betalingsregeling",
    },
    {
      title: "€ 15.000 kwijtschelden, € 3.000 een jaar pauzeren met een opdracht",
      description:
        "De schuld door samenloop vervalt. De schuld met niet gemelde inkomsten ligt een jaar stil. In dat jaar zoekt hij begeleiding en leert hij inkomsten door te geven. Daarna volgt een passende aflossing.",
      level: 2,
      ground: "proportionality_test",
      groundReference: "Awb 3:4 lid 2: terugvorderen is hier onevenredig",
    },
    {
      title: "Beide schulden kwijtschelden",
      description: "Alles vervalt, zonder voorwaarden.",
      level: 3,
      ground: "proportionality_test",
      groundReference: "Awb 3:4 lid 2",
    },
  ],
  costs: [
    {
      option: 0,
      post: "Terugval in volledige uitkering als hij stopt met werken",
      bearer: "own_organisation",
      recurrence: "yearly",
      certainty: "estimate",
      source: "Verschil uitkering bij werken en niet werken",
      cents: 980000,
    },
    {
      option: 0,
      post: "Risico op politie, justitie en detentie",
      bearer: "justice",
      recurrence: "yearly",
      certainty: "estimate",
      source: "Inschatting jobcoach, voorzichtig gerekend",
      cents: 1200000,
    },
    {
      option: 0,
      post: "Aflossing",
      bearer: "citizen",
      recurrence: "yearly",
      certainty: "known",
      source: "Aflosplan",
      cents: 216000,
    },
    {
      option: 1,
      post: "Aflossing",
      bearer: "citizen",
      recurrence: "yearly",
      certainty: "estimate",
      source: "Voorstel betalingsregeling",
      cents: 60000,
    },
    {
      option: 2,
      post: "Kwijtgescholden bedrag",
      bearer: "own_organisation",
      recurrence: "once",
      certainty: "known",
      source: "Vorderingenadministratie",
      cents: 1500000,
    },
    {
      option: 2,
      post: "Begeleiding bij geld en inkomsten",
      bearer: "municipality",
      recurrence: "once",
      certainty: "estimate",
      source: "Tarief van de gemeente voor lichte begeleiding",
      cents: 180000,
    },
    {
      option: 3,
      post: "Kwijtgescholden bedrag",
      bearer: "own_organisation",
      recurrence: "once",
      certainty: "known",
      source: "Vorderingenadministratie",
      cents: 1800000,
    },
  ],
  caseAnswers: {
    incident_or_structural:
      "De samenloop is structureel voor de jaren tot 2021. De rol van de begeleider is een incident.",
    frequency: "Enkele tientallen jongeren met een schuld uit die jaren",
    rule_owner: "Afdeling beleid Wajong en het ministerie",
    human_dignity:
      "Bij volledig terugvorderen staat zijn bestaan onder druk; in de andere oplossingen niet.",
    data_question:
      "Waarom hadden twee overheden de gegevens om dit in 2017 te zien, en zag niemand het?",
  },
};

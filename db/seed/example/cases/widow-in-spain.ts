import type { ExampleCase } from "../types.ts";

export const widowInSpain: ExampleCase = {
  key: "weduwe-spanje",
  organisation: "lud",
  submitter: "femke-brouwers",
  coordinator: "marieke-hoekstra",
  stage: "closed",
  registeredAgoDays: 1580,
  title: "Weduwe in Spanje vraagt nabestaandenuitkering drie jaar te laat aan",
  story: [
    "Mevrouw woont in een dorp in Spanje. Haar man werkte jarenlang in Nederland en was hier verzekerd. Toen hij overleed, had zij recht op een nabestaandenuitkering (Anw), maar zij wist dat niet. Zij kan niet lezen en schrijven: post en formulieren regelde haar man altijd.",
    "Kort na het overlijden ging zij met een buurvrouw naar een kantoor voor sociale zekerheid in Spanje. Daar kreeg zij te horen dat er uit Nederland niets te verwachten was. Zij geloofde dat en vroeg niets aan. Zij leefde van een klein Spaans pensioen en van geld dat zij leende bij familie.",
    "Pas drie jaar later vertelde een maatschappelijk werker haar over de Anw. Binnen vier weken lag er een aanvraag bij ons. De wet zegt: aanvragen doe je binnen een jaar, en verder terug dan een jaar gaat de uitkering alleen in bijzondere gevallen. Onze oude werkwijze zag niet kunnen lezen niet als bijzonder. Zo verliest zij ongeveer twee jaar uitkering, terwijl niemand betwist dat zij er recht op had.",
  ].join("\n\n"),
  pinch:
    "De uitzondering voor bijzondere gevallen wordt zo smal uitgelegd dat iemand die niet kan lezen en verkeerd is ingelicht er niet onder valt.",
  pinchPlace: "policy_rule",
  pinchSource: "Oude werkwijze bij artikel 33, vierde lid, Anw",
  lawPurpose:
    "De Anw beschermt nabestaanden tegen armoede na het verlies van hun partner. De termijn van een jaar geeft zekerheid aan de uitvoering en voorkomt aanvragen over een ver verleden die niet meer te controleren zijn.",
  citizenWish:
    "Zij wil de schuld bij haar familie aflossen en in haar eigen huis oud worden, zonder elke maand te hoeven vragen.",
  citizenFirstNeed:
    "Een uitleg in het Spaans, mondeling, over waar zij recht op heeft en wanneer er wordt betaald.",
  citizenHeard: true,
  ownAttempts:
    "De afdeling heeft het overlijden en de verzekerde jaren bevestigd, het Spaanse kantoor om een verslag gevraagd (niet bewaard) en de aanvraag met een jaar terugwerkende kracht klaargezet. Verder gaan kon volgens de werkinstructie niet.",
  unease:
    "Wij weten dat zij er recht op had en dat zij het niet kon weten. Toch schrijven wij dat zij te laat is. Dat voelt alsof wij de wet tegen haar gebruiken.",
  urgency: null,
  proceeding: null,
  lifeEvents: ["death_of_partner"],
  scope: "anw-late-aanvraag",
  lawReferences: [
    "BWBR0007795",
    "jci1.3:c:BWBR0007795&artikel=33&lid=4",
    "jci1.3:c:BWBR0005537&artikel=4:84",
    "ECLI:NL:RVS:2016:2840",
  ],
  organisationsInvolved:
    "Landelijke Uitkeringsdienst, Spaans verbindingsorgaan voor sociale zekerheid, maatschappelijk werk in de woonplaats.",
  contactPerson:
    "Medewerker internationale zaken bij het verbindingsorgaan, mag namens dat orgaan verklaren over contacten en tijdvakken.",
  representative: {
    role: "Maatschappelijk werker",
    mandate: "Mag informatie ontvangen en helpen bij de aanvraag",
    untilInDays: null,
  },
  consent:
    "Zij is via een tolk gebeld en vindt het goed dat haar situatie zonder naam wordt besproken met de juristen, de financiële mensen en het verbindingsorgaan.",
  special: { health: false, criminal: false },
  facts: [
    {
      key: "low_literacy",
      value: "yes",
      note: "Kan niet lezen en schrijven, ook niet in het Spaans.",
      source: "Verslag maatschappelijk werk",
    },
    {
      key: "lives_abroad",
      value: "yes",
      note: "Woont al langer dan twintig jaar in Spanje.",
      source: "Aanvraag en Spaanse registratie",
    },
    {
      key: "misinformed_by_third_party",
      value: "yes",
      note: "Een Spaans kantoor zei dat er geen recht was. Er is geen verslag van.",
      source: "Verklaring van mevrouw en haar buurvrouw",
    },
    {
      key: "misinformed_by_agency",
      value: "no",
      note: "Er was geen contact met een Nederlandse dienst voor de aanvraag.",
      source: "Contactregistratie",
    },
    {
      key: "bereaved",
      value: "yes",
      note: "Haar man regelde alle zaken met instanties.",
      source: "Gesprek via tolk",
    },
    {
      key: "acted_promptly_once_known",
      value: "yes",
      note: "Vier weken na het gesprek met maatschappelijk werk was de aanvraag er.",
      source: "Ontvangstdatum aanvraag",
    },
    {
      key: "application_more_than_year_late",
      value: "yes",
      note: "Drie jaar na het overlijden.",
      source: "Overlijdensakte en ontvangstdatum",
    },
    {
      key: "could_reasonably_have_known",
      value: "no",
      note: "Geen Nederlandse post ontvangen en geen eerder contact met de dienst.",
      source: "Contactregistratie",
    },
  ],
  claims: [
    { label: "Anw over het eerste jaar voor de aanvraag", cents: 912000 },
    { label: "Anw over de twee jaren daarvoor", cents: 1788000 },
  ],
  options: [
    {
      title: "Een jaar terug, niet verder",
      description:
        "De uitkering gaat in een jaar voor de aanvraag. De twee jaren daarvoor worden niet betaald.",
      level: 0,
    },
    {
      title: "Twee jaar terug, uit coulance",
      description:
        "De uitkering gaat twee jaar voor de aanvraag in. De helft van het gemiste deel wordt betaald.",
      level: 2,
      ground: "policy_rule_departure",
      groundReference: "Awb 4:84: de werkinstructie pakt hier onevenredig uit",
    },
    {
      title: "Volledig terug tot het overlijden",
      description:
        "Het geval is bijzonder in de zin van de wet. De uitkering gaat in vanaf het overlijden, drie jaar terug.",
      level: 3,
      ground: "room_in_norm",
      groundReference: "Anw artikel 33, vierde lid: bijzondere gevallen",
    },
  ],
  costs: [
    {
      option: 0,
      post: "Bezwaar en beroep",
      bearer: "own_organisation",
      recurrence: "once",
      certainty: "estimate",
      source: "Gemiddelde kosten van een procedure, eigen administratie",
      cents: 420000,
    },
    {
      option: 0,
      post: "Schuld bij familie blijft staan",
      bearer: "citizen",
      recurrence: "once",
      certainty: "estimate",
      source: "Gesprek via tolk",
      cents: 1100000,
    },
    {
      option: 1,
      post: "Extra jaar Anw",
      bearer: "own_organisation",
      recurrence: "once",
      certainty: "known",
      source: "Berekening uitkeringsadministratie",
      cents: 894000,
    },
    {
      option: 2,
      post: "Twee extra jaren Anw",
      bearer: "own_organisation",
      recurrence: "once",
      certainty: "known",
      source: "Berekening uitkeringsadministratie",
      cents: 1788000,
    },
    {
      option: 2,
      post: "Bezwaar en beroep niet meer nodig",
      bearer: "own_organisation",
      recurrence: "once",
      certainty: "estimate",
      source: "Gemiddelde kosten van een procedure, eigen administratie",
      cents: -420000,
    },
  ],
  caseAnswers: {
    incident_or_structural:
      "Structureel. De afdeling ziet vaker late aanvragen van mensen in het buitenland die de regels niet kunnen kennen.",
    frequency: "Ongeveer 1.000 late aanvragen per jaar; een deel daarvan lijkt op deze zaak.",
    rule_owner: "Afdeling beleid van de dienst, eigenaar van de regel over de ingangsdatum",
    human_dignity:
      "Ja, in alle oplossingen. Bij strikte toepassing blijft zij wel afhankelijk van familie.",
    data_question:
      "Waarom wisten wij van het overlijden en hebben wij haar toen niet zelf geschreven?",
  },
};

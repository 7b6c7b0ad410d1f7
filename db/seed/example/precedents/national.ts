import type { ExamplePrecedent } from "../types.ts";

export const nationalPrecedents: ExamplePrecedent[] = [
  {
    caseKey: "weduwe-spanje",
    title: "Te late aanvraag van een nabestaande die de regeling niet kon kennen",
    summary:
      "Een nabestaande in het buitenland vraagt jaren te laat een nabestaandenuitkering aan. De aanvrager kan niet lezen, kreeg van een buitenlandse instantie verkeerde informatie en kwam direct in actie toen het recht bekend werd. De omstandigheden maken het geval samen bijzonder. De uitkering gaat terug tot het overlijden.",
    motivation: {
      legal:
        "De wettelijke uitzondering voor bijzondere gevallen vraagt om naar alle omstandigheden samen te kijken. Een vaste lijst van uitzonderingen is te smal.",
      financial:
        "De nabetaling is te dragen. Omdat late aanvragen vaak voorkomen, hoort er een grens in jaren bij, vastgelegd in beleid.",
      societal:
        "Wie de informatie niet kon bereiken of begrijpen, mag daar niet zijn recht door verliezen. Snel handelen na kennisname telt mee.",
    },
    level: 3,
    status: "valid",
    visibility: "public",
    editor: "nienke-postma",
    publisher: "bram-verhagen",
    publishedAgoDays: 300,
  },
  {
    caseKey: "weduwnaar-marokko",
    title: "Late aanvraag door ziekte, gevolgd door wachten zonder reden",
    summary:
      "Een nabestaande kon door ernstige ziekte lang niets aanvragen. Na herstel en met kennis van de regeling bleef de aanvraag nog anderhalf jaar uit. De tijd van ziekte telt mee voor de terugwerkende kracht, de tijd van wachten niet.",
    motivation: {
      legal:
        "De vertraging heeft twee oorzaken die apart gewogen mogen worden. Alleen het deel dat niet is toe te rekenen, is bijzonder.",
      financial: "Een gedeeltelijke nabetaling is te dragen, ook bij herhaling.",
      societal: "Wat iemand niet kon telt mee, wat iemand wel kon ook. Dat is uit te leggen.",
    },
    level: 2,
    status: "in_review",
    visibility: "organisation",
    editor: "bram-verhagen",
    publisher: null,
    publishedAgoDays: null,
  },
  {
    caseKey: "wajong-studiefinanciering",
    title: "Terugvordering uit een vervallen regel bij een jongere die aan het werk is",
    summary:
      "Een jongere met een uitkering en studiefinanciering moet twee schulden terugbetalen. Voor de grootste schuld is de regel inmiddels vervallen en was het advies van een begeleider onjuist. Bij de kleinste zijn inkomsten niet doorgegeven. De grootste vervalt. De kleinste ligt een jaar stil, met een opdracht die de jongere zelf uitvoert.",
    motivation: {
      legal:
        "Terugvorderen mag het doel van de wet, meedoen door werk, niet tegenwerken. Het eigen aandeel blijft tellen bij de schuld waar inkomsten niet zijn gemeld.",
      financial:
        "Behoud van werk is meer waard dan de vordering. De vermeden kosten vallen bij andere organisaties en worden zichtbaar gemaakt.",
      societal:
        "Een pauze met een eigen opdracht geeft grip en perspectief. Een volledige streep zonder opdracht doet dat minder.",
    },
    level: 2,
    status: "valid",
    visibility: "network",
    editor: "bram-verhagen",
    publisher: "nienke-postma",
    publishedAgoDays: 290,
  },
  {
    caseKey: "wajong-spanje",
    title: "Uitkering meenemen naar een warm land om de gezondheid",
    summary:
      "Iemand met een chronische ziekte wil met behoud van uitkering naar een warm land verhuizen. Dat is begrijpelijk en kost niets extra. De wet koppelt de uitkering aan wonen in Nederland en de uitzondering vraagt een dwingende reden. Klimaat alleen is dat niet. Het verzoek is afgewezen, met een signaal aan de wetgever.",
    motivation: {
      legal:
        "De grens is een bewuste keuze van de wetgever. Gelijke verzoeken zijn afgewezen en een relevant verschil ontbreekt.",
      financial:
        "Geen meerkosten in een losse zaak is geen reden om een grens te verleggen die voor iedereen geldt.",
      societal:
        "De uitkomst is zwaar. Eerlijke uitleg, hulp binnen de regels en een signaal zijn het minste wat nodig is.",
    },
    level: 0,
    status: "valid",
    visibility: "public",
    editor: "nienke-postma",
    publisher: "bram-verhagen",
    publishedAgoDays: 330,
  },
  {
    caseKey: "wia-voorschot",
    title: "Voorschot op een afgewezen uitkering als uitzichtloze schuld",
    summary:
      "Een voorschot overbrugde het wachten op een beslissing. Na de afwijzing moest het terug, terwijl bijstand over die tijd niet meer mogelijk was. Na jaren inhouden was de schuld nauwelijks lager. Het restant is kwijtgescholden.",
    motivation: {
      legal:
        "Geen ander inkomen toen en geen vangnet meer nu vormen samen een dringende reden. De trage beslissing van de dienst telt mee.",
      financial: "Afschrijven wat in werkelijkheid niet meer binnenkomt kost bijna niets.",
      societal: "Wie niets verkeerd deed, hoort niet levenslang af te lossen.",
    },
    level: 3,
    status: "outdated",
    endReason:
      "Voor de hele groep van ongeveer 3.500 mensen is er een algemene oplossing. Een apart besluit is niet meer nodig.",
    visibility: "public",
    editor: "bram-verhagen",
    publisher: "nienke-postma",
    publishedAgoDays: 1180,
  },
  {
    caseKey: "ww-geen-reactie",
    title: "Terugvordering na meldingen waarop de dienst niet reageerde",
    summary:
      "Iemand meldde meerdere keren niet beschikbaar te zijn voor werk. De dienst reageerde niet en betaalde door. Later werd alles teruggevraagd. Omdat de burger kon weten dat het recht verviel en de dienst het wist en stilzat, draagt ieder de helft.",
    motivation: {
      legal:
        "Het eigen aandeel van de dienst is een dringende reden. De verdeling sluit aan bij de rechtspraak.",
      financial: "Een bedrag dat binnen een jaar te betalen is en geen procedure.",
      societal: "Melden moet iets waard zijn. Delen erkent beide kanten.",
    },
    level: 2,
    status: "valid",
    visibility: "network",
    editor: "nienke-postma",
    publisher: "bram-verhagen",
    publishedAgoDays: 120,
  },
  {
    caseKey: "aow-vaste-gedragslijn",
    title: "Herziening met verwijt aan beide kanten volgens de vaste gedragslijn",
    summary:
      "Een toeslag bleek jaren te hoog. Een eerste wijziging was gemeld en niet verwerkt, een tweede is niet gemeld. Volledig terugvorderen greep diep in het dagelijks leven in. Het bedrag is verlaagd volgens de vaste gedragslijn.",
    motivation: {
      legal: "Een vaste gedragslijn moet in gelijke gevallen gelijk worden gevolgd.",
      financial: "Het restant is in een paar jaar te betalen en voorkomt kosten elders.",
      societal: "Meedoen blijft mogelijk voor mensen met weinig inkomen en weinig bereik.",
    },
    level: 2,
    status: "valid",
    visibility: "organisation",
    editor: "bram-verhagen",
    publisher: "nienke-postma",
    publishedAgoDays: 235,
  },
];

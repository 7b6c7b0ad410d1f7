import type { ExampleBackCatalogue } from "./types.ts";

/** Earlier decisions on recovering unemployment benefit: a line with followers, a conflict and a change. */
export const backCatalogue: ExampleBackCatalogue = {
  scope: "ww-terugvordering",
  lawReferences: ["BWBR0004045", "jci1.3:c:BWBR0004045&artikel=36"],
  fileName: "besluiten-ww-2017-2024.csv",
  uploader: "bram-verhagen",
  approver: "nienke-postma",
  importedAgoDays: 240,
  entries: [
    {
      externalId: "WW-2017-014",
      title: "Alles terugbetaald, ook al bleef een melding liggen",
      summary:
        "Iemand meldde op tijd niet beschikbaar te zijn, vanwege de zorg voor een ouder. De dienst wist het en deed niets. De uitkering is helemaal teruggevraagd, omdat wie werkloos is moet weten wat de regels zijn.",
      motivation: {
        legal:
          "Zonder beschikbaarheid is er geen recht. Dat de dienst niet reageerde, verandert dat niet.",
        financial: "Het hele bedrag is ten onrechte betaald en komt terug.",
        societal: "De gevolgen zijn zwaar, maar horen bij de regel.",
      },
      level: 0,
      pro: ["agency_knew", "agency_did_not_react", "reported_on_time", "informal_carer"],
      con: ["could_reasonably_have_known", "not_available_for_work", "payment_was_undue"],
      reason: ["could_reasonably_have_known", "not_available_for_work"],
      decidedAgoDays: 3380,
      departedFrom: true,
    },
    {
      externalId: "WW-2019-032",
      title: "Inkomsten niet doorgegeven na een eerdere waarschuwing",
      summary:
        "Iemand gaf maanden lang bijverdiensten niet door, na een waarschuwing hierover. Er waren geen omstandigheden die het verklaren. De uitkering is helemaal teruggevraagd.",
      motivation: {
        legal: "De plicht om inkomsten door te geven was duidelijk en was nog eens uitgelegd.",
        financial: "Het bedrag is in termijnen te betalen.",
        societal: "Er zijn geen gevolgen die verder gaan dan de schuld zelf.",
      },
      level: 0,
      pro: [],
      con: ["income_not_reported", "could_reasonably_have_known", "earlier_warned"],
      reason: ["income_not_reported", "earlier_warned"],
      decidedAgoDays: 2560,
      departedFrom: false,
    },
    {
      externalId: "WW-2021-007",
      title: "Inkomsten niet doorgegeven en niet meewerken aan het onderzoek",
      summary:
        "Iemand verzweeg inkomsten na een waarschuwing en reageerde niet op vragen van de dienst. De uitkering is helemaal teruggevraagd.",
      motivation: {
        legal: "De plicht om mee te werken is geschonden, boven op de plicht om te melden.",
        financial: "Het bedrag staat vast en is te betalen.",
        societal: "Een gesprek is vaak aangeboden en niet aangenomen.",
      },
      level: 0,
      pro: [],
      con: [
        "income_not_reported",
        "could_reasonably_have_known",
        "earlier_warned",
        "no_cooperation",
      ],
      reason: ["income_not_reported", "earlier_warned", "no_cooperation"],
      decidedAgoDays: 1930,
      departedFrom: false,
    },
    {
      externalId: "WW-2022-019",
      title: "Betalen in kleine termijnen na een traag besluit",
      summary:
        "De dienst deed er negen maanden over om een uitkering te stoppen. Degene die haar kreeg was niet beschikbaar voor werk en wist dat. De terugvordering bleef, met een lange regeling.",
      motivation: {
        legal:
          "De terugvordering volgt de wet. Traagheid is een reden om ruimte te geven bij het betalen.",
        financial: "De termijnen passen bij het inkomen.",
        societal: "Wie lang wacht op een besluit, moet de gevolgen langer kunnen dragen.",
      },
      level: 1,
      pro: ["agency_was_slow"],
      con: ["not_available_for_work"],
      reason: ["agency_was_slow", "not_available_for_work"],
      decidedAgoDays: 1500,
      departedFrom: false,
    },
    {
      externalId: "WW-2023-041",
      title: "Terugvordering gehalveerd in een gezin, nadat meldingen bleven liggen",
      summary:
        "Een ouder met jonge kinderen meldde niet beschikbaar te zijn. De dienst wist het en reageerde niet. Van het teruggevraagde bedrag is de helft kwijtgescholden.",
      motivation: {
        legal: "Beide kanten hadden het kunnen voorkomen. Daarom dragen beide een deel.",
        financial: "De helft is in twee jaar te betalen.",
        societal: "De kinderen merken het als alles terug moet.",
      },
      level: 2,
      pro: ["agency_knew", "agency_did_not_react", "lives_with_minor_children"],
      con: ["could_reasonably_have_known", "not_available_for_work"],
      reason: ["agency_knew", "agency_did_not_react", "not_available_for_work"],
      decidedAgoDays: 1130,
      departedFrom: false,
    },
    {
      externalId: "WW-2024-008",
      title: "Alleen uitstel, terwijl meldingen bleven liggen",
      summary:
        "Iemand meldde op tijd niet beschikbaar te zijn en zocht zelf hulp. De dienst wist het en reageerde niet. Het bedrag bleef staan, met een jaar uitstel van betaling.",
      motivation: {
        legal: "Zonder beschikbaarheid is er geen recht op de uitkering.",
        financial: "Uitstel kost de dienst weinig en geeft tijd om werk te vinden.",
        societal: "Rust helpt om weer aan het werk te komen.",
      },
      level: 1,
      pro: ["agency_knew", "agency_did_not_react", "reported_on_time", "own_effort"],
      con: ["not_available_for_work"],
      reason: ["own_effort", "not_available_for_work"],
      decidedAgoDays: 910,
      departedFrom: false,
    },
  ],
  lineChange: {
    caseKey: "ww-geen-reactie",
    proposer: "orlando-martina",
    decider: "hulya-demir",
    motivation:
      "Tot nu toe betaalde iemand alles terug, ook als de dienst meldingen liet liggen. Volgens de rechter telt het eigen aandeel van de dienst mee. Wie op tijd meldt en geen antwoord krijgt, draagt niet langer de hele rekening.",
    answer: "Akkoord. Dit past bij de uitspraak van 2025 en geldt vanaf dit besluit voor iedereen.",
  },
};

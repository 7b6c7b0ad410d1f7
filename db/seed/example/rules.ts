import type { ExampleRule } from "./types.ts";

export const rules: ExampleRule[] = [
  {
    key: "anw-laaggeletterd-buitenland",
    organisation: "lud",
    signal: "late-aanvraag-buitenland",
    title: "Late aanvraag door wie niet kan lezen en in het buitenland woont",
    text: "U krijgt de nabestaandenuitkering over de hele tijd, met een grens van vijf jaar, als u in het buitenland woont, niet goed kunt lezen en meteen in actie kwam toen u van de uitkering hoorde.",
    explanation:
      "Wie verkeerd is ingelicht valt buiten deze regel: dan kijkt een team ook naar ons eigen aandeel. Sluit aan bij SB1403, geldig sinds 9 maart 2023.",
    scope: "anw-late-aanvraag",
    lawReferences: ["jci1.3:c:BWBR0007795&artikel=33&lid=4"],
    mustHold: [
      "low_literacy",
      "lives_abroad",
      "bereaved",
      "acted_promptly_once_known",
      "application_more_than_year_late",
    ],
    mustNotHold: ["misinformed_by_third_party", "misinformed_by_agency"],
    level: 3,
    preparedBy: "nienke-postma",
    preparedAgoDays: 200,
    adoptedBy: "bram-verhagen",
    adoptedAgoDays: 150,
    settles: [{ case: "weduwe-suriname", by: "marieke-hoekstra" }],
  },
  {
    key: "wmo-blijvende-beperking",
    organisation: "waterrijk",
    signal: "elk-jaar-indicatie",
    title: "Indicatie voor langere tijd bij een blijvende beperking",
    text: "Bij een beperking die niet overgaat geven wij een indicatie voor vijf jaar. Wij vragen niet elk jaar opnieuw om dezelfde papieren.",
    explanation: "",
    scope: "wmo-jeugd-zorg",
    lawReferences: ["BWBR0035362"],
    mustHold: ["repeated_forms", "intellectual_disability"],
    mustNotHold: [],
    level: 3,
    preparedBy: "daan-olthof",
    preparedAgoDays: 9,
  },
];

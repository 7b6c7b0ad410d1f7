import type { ExampleScope } from "./types.ts";

export const scopes: ExampleScope[] = [
  {
    key: "anw-late-aanvraag",
    name: "Anw: te late aanvraag",
    organisation: "lud",
    description:
      "Nabestaandenuitkering die meer dan een jaar na het overlijden is aangevraagd. De vraag is of het geval bijzonder is en hoe ver de uitkering terug kan gaan (beleidsregel SB1403, geldig sinds 9 maart 2023).",
    lawReferences: ["BWBR0007795", "jci1.3:c:BWBR0007795&artikel=33"],
  },
  {
    key: "wajong-terugvordering",
    name: "Wajong: terugvordering en samenloop met studie",
    organisation: "lud",
    description:
      "Te veel betaalde Wajong, vooral in jaren waarin een jongere ook studiefinanciering kreeg, en de vraag of terugvordering nog past bij het doel: meedoen en werken.",
    lawReferences: ["BWBR0008657", "BWBR0011453"],
  },
  {
    key: "wajong-buitenland",
    name: "Wajong: wonen buiten Nederland",
    organisation: "lud",
    description:
      "De Wajong is gekoppeld aan wonen in Nederland. Het gaat om mensen die willen verhuizen en hun uitkering willen houden.",
    lawReferences: ["BWBR0008657", "jci1.3:c:BWBR0008657&artikel=3:19"],
  },
  {
    key: "wia-voorschot",
    name: "WIA: terugvordering van een voorschot",
    organisation: "lud",
    description:
      "Voorschotten die zijn betaald tijdens het wachten op een WIA-beslissing en die na een afwijzing worden teruggevraagd, terwijl bijstand over die tijd niet meer mogelijk is.",
    lawReferences: ["BWBR0019057", "jci1.3:c:BWBR0019057&artikel=77"],
  },
  {
    key: "ww-terugvordering",
    name: "WW: herziening en terugvordering",
    organisation: "lud",
    description:
      "WW die achteraf wordt verlaagd of ingetrokken en teruggevraagd, met de vraag hoe zwaar het eigen aandeel van de dienst telt.",
    lawReferences: [
      "BWBR0004045",
      "jci1.3:c:BWBR0004045&artikel=36",
      "ECLI:NL:CRVB:2025:604",
      "ECLI:NL:CRVB:2024:726",
    ],
  },
  {
    key: "aow-aio-leefsituatie",
    name: "AOW en AIO: leefsituatie en herziening",
    organisation: "lud",
    description:
      "Gevolgen van samenwonen, inwonende familie en opname in een zorginstelling voor AOW en de aanvulling (AIO), en de herziening met terugwerkende kracht die daaruit volgt.",
    lawReferences: [
      "BWBR0002221",
      "jci1.3:c:BWBR0015703&artikel=47a",
      "jci1.3:c:BWBR0015703&artikel=22a",
      "ECLI:NL:CRVB:2021:672",
    ],
  },
  {
    key: "pw-terugvordering",
    name: "Participatiewet: inlichtingenplicht en terugvordering",
    organisation: "waterrijk",
    description:
      "Bijstand die wordt teruggevraagd omdat inkomsten, stortingen of een verandering niet op tijd zijn gemeld.",
    lawReferences: [
      "BWBR0015703",
      "jci1.3:c:BWBR0015703&artikel=17",
      "jci1.3:c:BWBR0015703&artikel=58",
      "ECLI:NL:CRVB:2024:2192",
    ],
  },
  {
    key: "wmo-jeugd-zorg",
    name: "Wmo en Jeugdwet: indicatie, pgb en samenwerking in zorg",
    organisation: "waterrijk",
    description:
      "Ondersteuning die vastloopt op herhaalde indicaties, regels voor het persoonsgebonden budget of een gebrek aan afspraken tussen zorg en andere partijen.",
    lawReferences: ["BWBR0035362", "BWBR0034925"],
  },
  {
    key: "bestaanszekerheid-wonen",
    name: "Bestaanszekerheid: schulden, energie en wonen",
    organisation: "waterrijk",
    description:
      "Dreigende ontruiming of afsluiting, schulden en de stap naar een stabiele plek, waar losse regels van gemeente, verhuurder en zorg elkaar in de weg zitten.",
    lawReferences: ["BWBR0031331", "jci1.3:c:BWBR0015703&artikel=35", "BWBR0005290"],
  },
];

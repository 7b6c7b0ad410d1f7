import { wajongToSpainArguments } from "./wajong-to-spain-arguments.ts";
import type { ExampleAssessment } from "../types.ts";

export const wajongToSpainAssessment: ExampleAssessment = {
  caseKey: "wajong-spanje",
  panels: {
    legal: ["annelies-terpstra", "kwame-mensah"],
    financial: ["joris-van-der-velde", "sunita-ramdin"],
    societal: ["esra-yildirim", "thijs-kuipers"],
  },
  openedAgoDays: 565,
  revealedAgoDays: 553,
  ready: [
    "annelies-terpstra",
    "kwame-mensah",
    "joris-van-der-velde",
    "sunita-ramdin",
    "esra-yildirim",
    "thijs-kuipers",
  ],
  ratings: [
    {
      assessor: "annelies-terpstra",
      option: 0,
      values: [4, 4, 3, 3, 3, 4, 5],
      gates: ["yes", "yes", "yes"],
      reasons: {},
    },
    {
      assessor: "annelies-terpstra",
      option: 1,
      values: [4, 2, 3, 3, 3, 3, 4],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J2: "Het doel is haar gezondheid, en een paar weken per jaar helpen daar niet genoeg bij.",
      },
    },
    {
      assessor: "annelies-terpstra",
      option: 2,
      values: [2, 3, 2, 3, 2, 3, 1],
      gates: ["no", "unsure", "yes"],
      reasons: {
        J1: "De wetgever heeft deze uitkering uitdrukkelijk binnen Nederland willen houden.",
        J3: "Overwinteren is een lichter middel dat de wet wel toelaat.",
        J5: "Een beter klimaat is begrijpelijk, maar geldt voor heel veel mensen met deze klachten.",
        J7: "Eerdere verzoeken met dezelfde reden zijn afgewezen en door de rechter zo gelaten.",
        "J-G1": "De uitzondering vraagt een dwingende reden. Die is er niet.",
        "J-G2": "Als wij dit toch doen, hoort het besluit bij de raad van bestuur.",
      },
    },
    {
      assessor: "kwame-mensah",
      option: 0,
      values: [4, 4, 3, 2, 3, 4, 5],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J4: "Voor haar is de uitkomst zwaar, en er staat voor de samenleving niets tegenover.",
      },
    },
    {
      assessor: "kwame-mensah",
      option: 1,
      values: [4, 3, 3, 3, 3, 3, 4],
      gates: ["yes", "yes", "yes"],
      reasons: {},
    },
    {
      assessor: "kwame-mensah",
      option: 2,
      values: [2, 3, 2, 4, 3, 2, 2],
      gates: ["no", "yes", "yes"],
      reasons: {
        J1: "De wet is hier duidelijk. Een gat is er niet, het is een keuze.",
        J3: "Zonder verhuizing kan ook een deel van het doel worden bereikt.",
        J6: "De overheid heeft hier niets fout gedaan dat hersteld moet worden.",
        J7: "Het verschil met de afgewezen zaken kan ik niet benoemen.",
        "J-G1":
          "De hardheidsclausule noemt behandeling en verzorging. Klimaat staat daar niet bij.",
      },
    },
    {
      assessor: "joris-van-der-velde",
      option: 0,
      values: [4, 3, 4, 2, 4, 4, 2],
      gates: ["yes"],
      reasons: {
        F4: "Haar zorg in Nederland blijft duur.",
        F7: "Wij besparen niets en de zorg betaalt meer.",
      },
    },
    {
      assessor: "joris-van-der-velde",
      option: 1,
      values: [3, 3, 4, 3, 3, 4, 2],
      gates: ["yes"],
      reasons: {
        F7: "De kosten van reizen en dubbel wonen komen bij haar terecht.",
      },
    },
    {
      assessor: "joris-van-der-velde",
      option: 2,
      values: [4, 4, 5, 4, 3, 3, 4],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "sunita-ramdin",
      option: 0,
      values: [4, 3, 5, 2, 3, 5, 3],
      gates: ["yes"],
      reasons: {
        F4: "Meer behandelingen, meer pijnstillers, meer thuiszorg.",
      },
    },
    {
      assessor: "sunita-ramdin",
      option: 1,
      values: [2, 3, 4, 3, 3, 4, 3],
      gates: ["yes"],
      reasons: {
        F1: "Dubbele woonlasten kan zij van deze uitkering niet betalen.",
      },
    },
    {
      assessor: "sunita-ramdin",
      option: 2,
      values: [5, 4, 5, 4, 2, 2, 4],
      gates: ["yes"],
      reasons: {
        F5: "Controle in het buitenland en een nieuwe stroom verzoeken.",
        F6: "Voor haar kost het niets, maar als iedereen mag gaan verandert het hele stelsel.",
      },
    },
    {
      assessor: "esra-yildirim",
      option: 0,
      values: [1, 3, 2, 1, 3, 4, 2],
      gates: ["yes"],
      reasons: {
        M1: "Elke winter weken op bed. Dit is een kleiner leven dan nodig.",
        M3: "Haar eigen plan is helder en wij zeggen alleen nee.",
        M4: "Er komt volgend jaar geen beter antwoord.",
        M7: "Wij kunnen de regel uitleggen, niet waarom hij haar moet treffen.",
      },
    },
    {
      assessor: "esra-yildirim",
      option: 1,
      values: [3, 2, 2, 2, 3, 4, 3],
      gates: ["yes"],
      reasons: {
        M2: "Twee keer per jaar verhuizen is met haar lichaam te zwaar.",
        M3: "Zij heeft hier zelf niet om gevraagd.",
        M4: "Acht weken zon houdt de klachten niet het hele jaar weg.",
      },
    },
    {
      assessor: "esra-yildirim",
      option: 2,
      values: [5, 4, 5, 5, 3, 4, 3],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "thijs-kuipers",
      option: 0,
      values: [2, 3, 3, 2, 3, 4, 4],
      gates: ["yes"],
      reasons: {
        M1: "Zij heeft pijn en is somber.",
        M4: "Haar gezondheid gaat achteruit.",
      },
    },
    {
      assessor: "thijs-kuipers",
      option: 1,
      values: [3, 2, 3, 2, 3, 4, 3],
      gates: ["yes"],
      reasons: {
        M2: "Steeds plannen en reizen past niet bij wat zij aankan.",
        M4: "Het verzacht even en lost niets op.",
      },
    },
    {
      assessor: "thijs-kuipers",
      option: 2,
      values: [5, 4, 5, 4, 2, 2, 2],
      gates: ["yes"],
      reasons: {
        M5: "Zorg, huur en toeslagen in Nederland vallen weg als het daar misgaat.",
        M6: "Anderen met dezelfde wens kregen een nee en zullen zich benadeeld voelen.",
        M7: "Uitleggen waarom zij wel en een ander niet lukt mij niet.",
      },
    },
  ],
  arguments: wajongToSpainArguments,
};

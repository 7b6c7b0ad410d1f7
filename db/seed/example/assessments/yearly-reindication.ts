import type { ExampleAssessment } from "../types.ts";

export const yearlyReindicationAssessment: ExampleAssessment = {
  caseKey: "jaarlijkse-herindicatie",
  panels: {
    legal: ["carlijn-reijnders"],
    financial: ["pieter-nauta"],
    societal: ["amina-warsame"],
  },
  openedAgoDays: 12,
  revealedAgoDays: 3,
  ready: ["carlijn-reijnders", "pieter-nauta", "amina-warsame"],
  ratings: [
    {
      assessor: "carlijn-reijnders",
      option: 0,
      values: [3, 2, 2, 2, 3, 3, 3],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J2: "Elk jaar vragen levert geen nieuwe kennis op.",
        J3: "Een telefoontje bij verandering is veel lichter.",
        J4: "De belasting voor haar en haar ouders is groter dan het nut.",
      },
    },
    {
      assessor: "carlijn-reijnders",
      option: 1,
      values: [3, 3, 3, 3, 3, 3, 4],
      gates: ["yes", "yes", "yes"],
      reasons: {},
    },
    {
      assessor: "carlijn-reijnders",
      option: 2,
      values: [5, 4, "nvt", 5, 4, 3, 3],
      gates: ["yes", "unsure", "yes"],
      reasons: {
        J3: "Gunstig besluit, niet nodig.",
        "J-G2":
          "Tien jaar staat niet in het mandaat van de consulent. De teamleider moet meetekenen.",
      },
    },
    {
      assessor: "pieter-nauta",
      option: 0,
      values: [3, 3, 2, 3, 1, 2, 3],
      gates: ["yes"],
      reasons: {
        F3: "Elk jaar vier uur voor hetzelfde antwoord.",
        F5: "Dit is alleen maar werk.",
        F6: "Maal honderdtachtig inwoners is het een halve baan.",
      },
    },
    {
      assessor: "pieter-nauta",
      option: 1,
      values: [3, 3, 4, 3, 4, 4, 3],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "pieter-nauta",
      option: 2,
      values: [4, 3, 5, 3, 5, 5, 3],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "amina-warsame",
      option: 0,
      values: [1, 2, 2, 1, 2, 3, 1],
      gates: ["yes"],
      reasons: {
        M1: "Zij slaapt er dagen niet van.",
        M2: "Een gesprek met een vreemde over wat je niet kunt past niet bij haar.",
        M3: "Zij en haar ouders moeten wachten op een ander.",
        M4: "Volgend jaar begint het weer.",
        M5: "Het vervoer stopt als wij te laat zijn.",
        M7: "Waarom? Ik weet het antwoord niet.",
      },
    },
    {
      assessor: "amina-warsame",
      option: 1,
      values: [3, 3, 3, 2, 3, 3, 3],
      gates: ["yes"],
      reasons: {
        M4: "Het blijft elk jaar spannend.",
      },
    },
    {
      assessor: "amina-warsame",
      option: 2,
      values: [5, 5, 4, 5, 4, 4, 5],
      gates: ["yes"],
      reasons: {},
    },
  ],
  arguments: [
    {
      assessor: "carlijn-reijnders",
      option: 2,
      side: "for",
      text: "De grens van een jaar staat alleen in de werkinstructie, niet in de verordening.",
      carrying: false,
    },
    {
      assessor: "pieter-nauta",
      option: 2,
      side: "for",
      text: "Zelfde zorg en minder uren: dit verdient zichzelf terug.",
      carrying: true,
    },
    {
      assessor: "pieter-nauta",
      option: 2,
      side: "against",
      text: "Spreek wel af wie meldt als er iets verandert, anders betalen wij door voor zorg die niet meer past.",
      carrying: false,
    },
    {
      assessor: "amina-warsame",
      option: 2,
      side: "for",
      text: "Zij hoeft nooit meer te bewijzen dat zij is wie zij is.",
      carrying: true,
    },
    {
      assessor: "amina-warsame",
      option: 0,
      side: "against",
      text: "Het jaarlijkse gesprek beschermt niemand.",
      carrying: true,
    },
  ],
};

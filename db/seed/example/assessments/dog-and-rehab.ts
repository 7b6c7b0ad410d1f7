import type { ExampleAssessment } from "../types.ts";

export const dogAndRehabAssessment: ExampleAssessment = {
  caseKey: "hond-en-opname",
  panels: {
    legal: ["carlijn-reijnders"],
    financial: ["pieter-nauta"],
    societal: ["amina-warsame"],
  },
  openedAgoDays: 151,
  revealedAgoDays: 147,
  ready: ["carlijn-reijnders", "pieter-nauta", "amina-warsame"],
  ratings: [
    {
      assessor: "carlijn-reijnders",
      option: 0,
      values: [2, 2, 3, 2, 2, 3, 3],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J1: "De wetten willen dat zij kan herstellen. Deze uitleg staat dat in de weg.",
        J2: "Zonder opname wordt geen enkel doel gehaald.",
        J4: "Een kleine besparing tegenover een groot verlies.",
        J5: "De hond is haar enige houvast en de enige drempel voor behandeling.",
      },
    },
    {
      assessor: "carlijn-reijnders",
      option: 1,
      values: [3, 2, 3, 3, 3, 3, 3],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J2: "De plek in de kliniek is dan weg.",
      },
    },
    {
      assessor: "carlijn-reijnders",
      option: 2,
      values: [4, 5, "nvt", 5, 5, 3, 4],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J3: "Begunstigend besluit.",
      },
    },
    {
      assessor: "pieter-nauta",
      option: 0,
      values: [2, 3, 4, 1, 3, 4, 1],
      gates: ["yes"],
      reasons: {
        F1: "Op straat is er geen bestaanszekerheid.",
        F4: "Opvang en noodhulp kosten per maand meer dan het pension in totaal.",
        F7: "Wij besparen tweeduizend euro en de zorg betaalt een veelvoud.",
      },
    },
    {
      assessor: "pieter-nauta",
      option: 1,
      values: [2, 3, 4, 2, 3, 4, 3],
      gates: ["yes"],
      reasons: {
        F1: "Twee maanden langer buiten.",
        F4: "De noodhulp loopt zo lang door.",
      },
    },
    {
      assessor: "pieter-nauta",
      option: 2,
      values: [4, 3, 4, 5, 4, 4, 4],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "amina-warsame",
      option: 0,
      values: [1, 1, 1, 1, 2, 3, 1],
      gates: ["yes"],
      reasons: {
        M1: "Zij blijft buiten slapen.",
        M2: "Afstand doen van haar hond kan zij niet.",
        M3: "Haar eigen keuze voor herstel wordt niet gesteund.",
        M4: "Deze kans komt niet snel terug.",
        M5: "De kliniek, het asiel en wij kijken naar elkaar.",
        M7: "Een hond mag nooit de reden zijn dat iemand op straat blijft.",
      },
    },
    {
      assessor: "amina-warsame",
      option: 1,
      values: [2, 2, 2, 2, 3, 3, 3],
      gates: ["yes"],
      reasons: {
        M1: "Nog twee maanden op straat in de winter.",
        M2: "Wachten is voor iemand met een verslaving bijna niet vol te houden.",
        M3: "Zij heeft er geen enkele invloed op.",
        M4: "De kans is groot dat zij afhaakt.",
      },
    },
    {
      assessor: "amina-warsame",
      option: 2,
      values: [5, 5, 5, 4, 4, 4, 5],
      gates: ["yes"],
      reasons: {},
    },
  ],
  arguments: [
    {
      assessor: "carlijn-reijnders",
      option: 2,
      side: "for",
      text: "In haar geval zijn deze kosten noodzakelijk en bijzonder. Meer vraagt het artikel niet.",
      carrying: true,
    },
    {
      assessor: "pieter-nauta",
      option: 2,
      side: "for",
      text: "Ruim tweeduizend euro tegenover ten minste drieduizend per maand.",
      carrying: true,
    },
    {
      assessor: "pieter-nauta",
      option: 2,
      side: "against",
      text: "De baten landen bij zorg en opvang, de kosten bij de bijzondere bijstand.",
      carrying: false,
    },
    {
      assessor: "amina-warsame",
      option: 2,
      side: "for",
      text: "Zij heeft zelf om opname gevraagd. Dit is het moment.",
      carrying: true,
    },
    {
      assessor: "carlijn-reijnders",
      option: 0,
      side: "against",
      text: "De werkinstructie is niet geschreven voor dit geval.",
      carrying: true,
    },
  ],
};

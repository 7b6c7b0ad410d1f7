import { wajongStudentArguments } from "./wajong-student-arguments.ts";
import { wajongStudentLegalRatings } from "./wajong-student-legal.ts";
import type { ExampleAssessment } from "../types.ts";

export const wajongStudentAssessment: ExampleAssessment = {
  caseKey: "wajong-studiefinanciering",
  panels: {
    legal: ["annelies-terpstra", "kwame-mensah"],
    financial: ["joris-van-der-velde", "sunita-ramdin"],
    societal: ["esra-yildirim", "thijs-kuipers"],
  },
  openedAgoDays: 715,
  revealedAgoDays: 706,
  ready: [
    "annelies-terpstra",
    "kwame-mensah",
    "joris-van-der-velde",
    "sunita-ramdin",
    "esra-yildirim",
    "thijs-kuipers",
  ],
  ratings: [
    ...wajongStudentLegalRatings,
    {
      assessor: "joris-van-der-velde",
      option: 0,
      values: [2, 1, 4, 2, 3, 4, 2],
      gates: ["yes"],
      reasons: {
        F1: "Hij houdt precies het minimum over en elke tegenvaller wordt een nieuwe schuld.",
        F2: "Met dit tempo duurt het meer dan acht jaar.",
        F4: "Als hij stopt met werken betalen wij zijn hele uitkering weer.",
        F7: "Wij innen een paar duizend euro per jaar en justitie krijgt de rekening.",
      },
    },
    {
      assessor: "joris-van-der-velde",
      option: 1,
      values: [3, 2, 4, 3, 3, 4, 3],
      gates: ["yes"],
      reasons: {
        F2: "Langer en lager betekent dat het einde nog verder weg ligt.",
      },
    },
    {
      assessor: "joris-van-der-velde",
      option: 2,
      values: [4, 4, 3, 5, 4, 3, 3],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "joris-van-der-velde",
      option: 3,
      values: [4, 5, 2, 4, 4, 2, 3],
      gates: ["yes"],
      reasons: {
        F3: "Nog eens drieduizend euro zonder dat daar iets tegenover staat.",
        F6: "Iedereen met een bijbaan die niet is gemeld zou dit dan vragen.",
      },
    },
    {
      assessor: "sunita-ramdin",
      option: 0,
      values: [2, 2, 4, 1, 2, 4, 2],
      gates: ["yes"],
      reasons: {
        F1: "Werken levert hem netto niets op.",
        F2: "Voor iemand van deze leeftijd is dit geen uitzicht.",
        F4: "Een jaar detentie kost meer dan de hele vordering.",
        F5: "Acht jaar innen, mailen en herberekenen.",
        F7: "De opbrengst is voor ons, de schade komt bij gemeente en justitie.",
      },
    },
    {
      assessor: "sunita-ramdin",
      option: 1,
      values: [3, 3, 4, 3, 2, 4, 3],
      gates: ["yes"],
      reasons: {
        F5: "De zaak blijft dan twintig jaar bij ons lopen.",
      },
    },
    {
      assessor: "sunita-ramdin",
      option: 2,
      values: [5, 4, 3, 5, 4, 4, 4],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "sunita-ramdin",
      option: 3,
      values: [5, 5, 3, 5, 5, 3, 3],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "esra-yildirim",
      option: 0,
      values: [1, 2, 2, 1, 2, 3, 2],
      gates: ["yes"],
      reasons: {
        M1: "Zijn jobcoach ziet hem afhaken. Dat raakt wonen, werk en vrienden.",
        M2: "Hij kon zijn geld toen niet zelf overzien en dat vragen wij nu nog steeds.",
        M3: "Hij heeft geen enkele keuze in dit plan.",
        M4: "Het risico dat hij afglijdt is groot.",
        M5: "De begeleiding naar werk en de invordering werken tegen elkaar in.",
        M7: "Wij kunnen niet uitleggen dat hij betaalt voor een regel die is geschrapt.",
      },
    },
    {
      assessor: "esra-yildirim",
      option: 1,
      values: [3, 3, 3, 2, 3, 4, 3],
      gates: ["yes"],
      reasons: {
        M4: "Hij blijft tot zijn veertigste in de schulden.",
      },
    },
    {
      assessor: "esra-yildirim",
      option: 2,
      values: [4, 4, 5, 5, 4, 4, 4],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "esra-yildirim",
      option: 3,
      values: [5, 3, 2, 3, 3, 2, 3],
      gates: ["yes"],
      reasons: {
        M3: "Er wordt niets van hem gevraagd, terwijl hij juist wil laten zien wat hij kan.",
        M6: "Leeftijdgenoten die wel alles doorgaven zien iemand die niets hoeft te betalen.",
      },
    },
    {
      assessor: "thijs-kuipers",
      option: 0,
      values: [2, 2, 3, 2, 3, 3, 2],
      gates: ["yes"],
      reasons: {
        M1: "Stress over geld elke maand, en dat al jaren.",
        M2: "Een aflosplan volhouden met wisselend loon lukt hem niet alleen.",
        M4: "Geen perspectief, dus oude vrienden worden aantrekkelijk.",
        M7: "Ik zou dit niet aan zijn moeder willen uitleggen.",
      },
    },
    {
      assessor: "thijs-kuipers",
      option: 1,
      values: [3, 3, 3, 3, 3, 4, 3],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "thijs-kuipers",
      option: 2,
      values: [4, 5, 4, 4, 4, 3, 4],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "thijs-kuipers",
      option: 3,
      values: [4, 4, 3, 4, 3, 4, 4],
      gates: ["yes"],
      reasons: {},
    },
  ],
  arguments: wajongStudentArguments,
};

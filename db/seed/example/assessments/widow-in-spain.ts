import { widowInSpainArguments } from "./widow-in-spain-arguments.ts";
import type { ExampleAssessment } from "../types.ts";

export const widowInSpainAssessment: ExampleAssessment = {
  caseKey: "weduwe-spanje",
  panels: {
    legal: ["annelies-terpstra", "kwame-mensah"],
    financial: ["joris-van-der-velde", "sunita-ramdin"],
    societal: ["esra-yildirim", "thijs-kuipers"],
  },
  openedAgoDays: 1520,
  revealedAgoDays: 1505,
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
      values: [2, 3, 3, 2, 3, 1, 3],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J1: "De Anw is er om armoede na een overlijden te voorkomen. Hier voorkomt de wet niets.",
        J4: "Twee jaar uitkering kwijt, terwijl het recht vaststond. Dat is te zwaar voor een te late handtekening.",
        J6: "Wij kregen bericht van het overlijden en schreven haar niet. Dat weegt in deze uitkomst voor nul.",
      },
    },
    {
      assessor: "annelies-terpstra",
      option: 1,
      values: [3, 3, 3, 3, 4, 3, 3],
      gates: ["yes", "yes", "yes"],
      reasons: {},
    },
    {
      assessor: "annelies-terpstra",
      option: 2,
      values: [5, 4, "nvt", 4, 5, 4, 4],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J3: "Het is een gunstige beslissing; een lichter middel zoeken we niet.",
      },
    },
    {
      assessor: "kwame-mensah",
      option: 0,
      values: [3, 3, 3, 2, 2, 2, 4],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J4: "Het nadeel is groter dan het belang bij een vaste termijn.",
        J5: "Niet kunnen lezen, verkeerd ingelicht en alleen: samen is dat echt anders dan gewoon.",
        J6: "De dienst had haar kunnen schrijven en deed dat niet.",
      },
    },
    {
      assessor: "kwame-mensah",
      option: 1,
      values: [3, 2, 3, 3, 3, 3, 3],
      gates: ["yes", "unsure", "yes"],
      reasons: {
        J2: "Een jaar extra lost het probleem half op, zonder dat de wet die helft noemt.",
        "J-G2":
          "De werkinstructie geeft de teamleider een jaar. Of twee jaar mag, moet iemand bevestigen.",
      },
    },
    {
      assessor: "kwame-mensah",
      option: 2,
      values: [4, 4, "nvt", 4, 4, 3, 2],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J3: "Begunstigend besluit.",
        J7: "Vorig jaar zijn drie late aanvragen uit het buitenland afgewezen. Ik zie nog niet waarom deze anders is.",
      },
    },
    {
      assessor: "joris-van-der-velde",
      option: 0,
      values: [2, 2, 4, 3, 2, 5, 3],
      gates: ["yes"],
      reasons: {
        F1: "Zij leeft onder het minimum zolang zij de lening aflost.",
        F2: "De schuld bij haar familie is met dit inkomen niet af te lossen.",
        F5: "Bezwaar loopt al en beroep volgt bijna zeker.",
      },
    },
    {
      assessor: "joris-van-der-velde",
      option: 1,
      values: [3, 3, 4, 3, 3, 4, 3],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "joris-van-der-velde",
      option: 2,
      values: [4, 5, 3, 3, 5, 2, 3],
      gates: ["yes"],
      reasons: {
        F6: "Duizend late aanvragen per jaar maal twee jaar uitkering is een serieus bedrag.",
      },
    },
    {
      assessor: "sunita-ramdin",
      option: 0,
      values: [2, 2, 5, 2, 2, 4, 3],
      gates: ["yes"],
      reasons: {
        F1: "Haar Spaanse pensioen ligt onder wat zij nodig heeft.",
        F2: "Zonder nabetaling houdt zij een schuld tot haar dood.",
        F4: "Haar familie en de Spaanse gemeente vangen dit nu op.",
        F5: "Over dit soort zaken procederen wij steeds, en het kost ons veel uren.",
      },
    },
    {
      assessor: "sunita-ramdin",
      option: 1,
      values: [3, 4, 4, 3, 3, 4, 3],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "sunita-ramdin",
      option: 2,
      values: [5, 5, 3, 4, 5, 4, 4],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "esra-yildirim",
      option: 0,
      values: [2, 1, 3, 2, 3, 2, 1],
      gates: ["yes"],
      reasons: {
        M1: "Zij is drie jaar afhankelijk geweest en blijft dat.",
        M2: "Wij vragen van iemand die niet kan lezen dat zij een termijn kent.",
        M4: "Er verandert niets; volgend jaar is de schuld er nog.",
        M6: "Wie Nederlands leest krijgt zijn recht, wie niet leest verliest het.",
        M7: "Ik kan haar niet uitleggen dat wij wisten dat zij recht had.",
      },
    },
    {
      assessor: "esra-yildirim",
      option: 1,
      values: [4, 3, 3, 3, 3, 3, 2],
      gates: ["yes"],
      reasons: {
        M7: "De helft is niet uit te leggen: of het is bijzonder, of niet.",
      },
    },
    {
      assessor: "esra-yildirim",
      option: 2,
      values: [5, 5, 4, 5, 4, 4, 5],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "thijs-kuipers",
      option: 0,
      values: [2, 2, 3, 2, 3, 4, 2],
      gates: ["yes"],
      reasons: {
        M1: "Zij leeft op geleend geld van familie.",
        M2: "Alle informatie was op papier en in een taal die zij niet leest.",
        M4: "Zij blijft elke maand vragen om hulp.",
        M7: "In de krant zouden wij dit niet goed kunnen uitleggen.",
      },
    },
    {
      assessor: "thijs-kuipers",
      option: 1,
      values: [3, 3, 3, 3, 3, 3, 3],
      gates: ["yes"],
      reasons: {},
    },
    {
      assessor: "thijs-kuipers",
      option: 2,
      values: [5, 5, 3, 4, 4, 3, 5],
      gates: ["yes"],
      reasons: {},
    },
  ],
  arguments: widowInSpainArguments,
};

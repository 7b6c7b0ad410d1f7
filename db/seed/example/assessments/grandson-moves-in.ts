import type { ExampleAssessment } from "../types.ts";

export const grandsonMovesInAssessment: ExampleAssessment = {
  caseKey: "kleinzoon-trekt-in",
  panels: {
    legal: ["annelies-terpstra", "kwame-mensah"],
    financial: ["joris-van-der-velde", "sunita-ramdin"],
    societal: ["esra-yildirim", "thijs-kuipers"],
  },
  openedAgoDays: 6,
  revealedAgoDays: null,
  ready: ["annelies-terpstra", "kwame-mensah", "joris-van-der-velde"],
  ratings: [
    {
      assessor: "annelies-terpstra",
      option: 0,
      values: [3, 3, 3, 2, 2, 3, 4],
      gates: ["yes", "yes", "yes"],
      reasons: {
        J4: "Twintig procent minder voor een huishouden dat geen kosten deelt.",
        J5: "Zorg in de nacht, geen kamer te vinden, geen inkomen: samen is het bijzonder.",
      },
    },
    {
      assessor: "annelies-terpstra",
      option: 1,
      values: [3, 3, 3, 3, 3, 3, 3],
      gates: ["yes", "yes", "yes"],
      reasons: {},
    },
    {
      assessor: "annelies-terpstra",
      option: 2,
      values: [4, 4, "nvt", 4, 4, 3, 3],
      gates: ["unsure", "yes", "yes"],
      reasons: {
        J3: "Begunstigend besluit.",
        "J-G1": "Afstemmen kan bij de aanvulling. Voor de AOW zelf zie ik die ruimte niet.",
      },
    },
    {
      assessor: "kwame-mensah",
      option: 0,
      values: [4, 3, 3, 3, 3, 3, 4],
      gates: ["yes", "yes", "yes"],
      reasons: {},
    },
    {
      assessor: "kwame-mensah",
      option: 1,
      values: [3, 2, 3, 3, 3, 3, 3],
      gates: ["yes", "unsure", "yes"],
      reasons: {
        J2: "Uitstel schuift het probleem naar de winter.",
        "J-G2": "Wie mag de ingangsdatum verschuiven?",
      },
    },
    {
      assessor: "kwame-mensah",
      option: 2,
      values: [3, 4, "nvt", 4, 3, 3, 2],
      gates: ["unsure", "yes", "yes"],
      reasons: {
        J3: "Begunstigend besluit.",
        J7: "Er zijn meer gezinnen met een inwonend kleinkind dat wel is meegeteld.",
        "J-G1": "Eerst moet vaststaan welke norm geldt.",
      },
    },
    {
      assessor: "joris-van-der-velde",
      option: 0,
      values: [2, 3, 4, 1, 3, 4, 2],
      gates: ["yes"],
      reasons: {
        F1: "Bij 50 procent komt zij onder haar vaste lasten.",
        F4: "Nachttoezicht kost twee keer zoveel als de verlaging oplevert.",
        F7: "Wij besparen, de zorgverzekeraar betaalt.",
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
      values: [4, 4, 3, 5, 3, 2, 4],
      gates: ["yes"],
      reasons: {
        F6: "Veel meer ouderen wonen met familie.",
      },
    },
    {
      assessor: "sunita-ramdin",
      option: 0,
      values: [2, 3, 4, null, 3, 4, 2],
      gates: ["yes"],
      reasons: {
        F1: "De huur gaat niet mee omlaag.",
        F7: "De besparing en de kosten liggen op een ander bord.",
      },
    },
    {
      assessor: "thijs-kuipers",
      option: 2,
      values: [4, 4, null, 3, 3, 3, 4],
      gates: ["yes"],
      reasons: {},
    },
  ],
  arguments: [
    {
      assessor: "annelies-terpstra",
      option: 0,
      side: "against",
      text: "De norm gaat over kosten delen, en die worden hier niet gedeeld.",
      carrying: false,
    },
    {
      assessor: "joris-van-der-velde",
      option: 2,
      side: "for",
      text: "Met hulp van familie is dit de goedkoopste nachtzorg die er is.",
      carrying: false,
    },
  ],
};

import type { ExampleDecision } from "../types.ts";

export const municipalDecisions: ExampleDecision[] = [
  {
    caseKey: "niet-gemelde-stortingen",
    decisionMaker: "ruud-engelen",
    option: 0,
    groundReference: "Participatiewet artikel 58; vergelijk ECLI:NL:CRVB:2024:2192",
    motivation: {
      legal:
        "De plicht om te melden was bekend en eerder uitgelegd. Er zijn geen gevolgen en er is geen fout van de gemeente die een dringende reden geven.",
      financial: "De beslagvrije voet blijft over. Zijn bestaan is niet in gevaar.",
      societal:
        "Anderen melden wel. Gelijk behandelen is hier ook eerlijk zijn. Wij leggen de regel over geleend geld nog eens uit.",
    },
    reasonPro: [],
    reasonCon: ["duty_to_inform_violated", "several_unreported_deposits", "earlier_warned"],
    minorityView:
      "Een rustiger aflossing in het eerste jaar scoorde bijna gelijk en blijft bespreekbaar.",
    conditions: [
      {
        text: "Gesprek over wat gemeld moet worden, met voorbeelden van geleend geld.",
        owner: "mustafa-kaplan",
        inDays: -320,
        done: true,
      },
    ],
    departure: null,
    precedentCheck: {
      answer: "not_found",
      text: "Geen precedent met dezelfde feiten en een andere uitkomst.",
      precedents: [],
    },
    toldCitizen: "In een gesprek op kantoor, met een overzicht van de aflossing per maand.",
    reviewInDays: -160,
    agoDays: 350,
  },
  {
    caseKey: "hond-en-opname",
    decisionMaker: "ruud-engelen",
    option: 2,
    groundReference: "Participatiewet artikel 35: bijzondere bijstand",
    motivation: {
      legal:
        "De kosten van het pension zijn in haar geval noodzakelijk en bijzonder: zonder plek voor de hond is er geen behandeling. Dat is wat dit artikel vraagt.",
      financial:
        "Ruim tweeduizend euro eenmalig voorkomt een veelvoud aan opvang en noodhulp. De winst valt vooral bij de zorg, dat melden wij aan het college.",
      societal: "Zij koos zelf voor herstel. Wij nemen de laatste drempel weg.",
    },
    reasonPro: ["homeless", "help_blocked_by_condition", "own_effort"],
    reasonCon: [],
    minorityView: "Geen.",
    conditions: [
      {
        text: "Pension rechtstreeks betalen en wekelijks een foto laten sturen.",
        owner: "mustafa-kaplan",
        inDays: -140,
        done: true,
      },
      {
        text: "Woonplek na de kliniek regelen, waar de hond mee mag.",
        owner: "mustafa-kaplan",
        inDays: -8,
        done: false,
      },
      {
        text: "Voorstel voor een klein budget voor drempels tussen regelingen.",
        owner: "daan-olthof",
        inDays: 40,
        done: false,
      },
    ],
    departure: null,
    precedentCheck: {
      answer: "not_found",
      text: "Niets vergelijkbaars gevonden, ook niet bij andere organisaties.",
      precedents: [],
    },
    toldCitizen: "De veldwerker vertelde het haar dezelfde dag. Zij belde zelf het pension.",
    reviewInDays: 36,
    agoDays: 146,
  },
];

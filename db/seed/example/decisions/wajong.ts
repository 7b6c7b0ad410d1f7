import type { ExampleDecision } from "../types.ts";

export const wajongDecisions: ExampleDecision[] = [
  {
    caseKey: "wajong-studiefinanciering",
    decisionMaker: "ingrid-wolters",
    option: 2,
    groundReference: "Awb 3:4 lid 2: terugvorderen is voor dit deel onevenredig",
    motivation: {
      legal:
        "Terugvorderen van de grote schuld dient het doel van de wet niet meer. De regel is geschrapt en hij ging af op zijn begeleider. De kleine schuld blijft, omdat inkomsten niet zijn doorgegeven.",
      financial:
        "Aan het werk blijven is meer waard dan de vordering. De kosten van afglijden zouden bij gemeente en justitie terechtkomen.",
      societal:
        "Een jaar rust met een eigen opdracht geeft hem grip. Hij leert inkomsten door te geven en houdt zicht op werk.",
    },
    reasonPro: [
      "misinformed_by_third_party",
      "rule_has_lapsed",
      "repayment_threatens_prospects",
      "own_effort",
    ],
    reasonCon: ["income_not_reported"],
    minorityView:
      "Twee beoordelaars wilden ook de kleine schuld kwijtschelden, omdat een schone lei meer rust geeft.",
    conditions: [
      {
        text: "Begeleiding zoeken bij geldzaken.",
        owner: "dewi-santoso",
        inDays: -600,
        done: true,
      },
      {
        text: "Leren inkomsten door te geven, samen met de jobcoach.",
        owner: "dewi-santoso",
        inDays: -420,
        done: true,
      },
      {
        text: "Na een jaar een passende aflossing van de kleine schuld afspreken.",
        owner: "dewi-santoso",
        inDays: -325,
        done: true,
      },
    ],
    departure: null,
    precedentCheck: {
      answer: "not_found",
      text: "Geen vergelijkbare zaak gevonden.",
      precedents: [],
    },
    toldCitizen:
      "Verteld in een gesprek met zijn jobcoach. Hij schreef de opdracht zelf op en kreeg die mee.",
    reviewInDays: -330,
    agoDays: 695,
  },
  {
    caseKey: "wajong-spanje",
    decisionMaker: "orlando-martina",
    option: 0,
    groundReference: "Wajong artikel 3:19: uitkering gekoppeld aan wonen in Nederland",
    motivation: {
      legal:
        "De wetgever heeft de uitkering bewust aan wonen in Nederland gekoppeld. De uitzondering vraagt een dwingende reden, en die is er niet. Gelijke verzoeken zijn afgewezen.",
      financial:
        "Verhuizen zou in deze zaak niets kosten. Dat argument geldt echter voor bijna iedereen en kan de regel niet opzij zetten.",
      societal:
        "Voor haar is dit besluit zwaar. Wij zeggen dat eerlijk, helpen met wat binnen de regels kan en geven de uitkomst door aan de wetgever.",
    },
    reasonPro: ["medical_need", "cost_neutral", "mental_distress"],
    reasonCon: ["law_excludes_explicitly"],
    minorityView:
      "Het maatschappelijk perspectief vindt dat haar gezondheid een uitzondering waard is en dat niemand er nadeel van heeft.",
    conditions: [
      {
        text: "Signaal aan het ministerie over verhuizen om gezondheid zonder meerkosten.",
        owner: "bram-verhagen",
        inDays: -470,
        done: true,
      },
      {
        text: "Gesprek over een andere woning en hulp bij de winter.",
        owner: "rachid-bouzian",
        inDays: -480,
        done: true,
      },
    ],
    departure:
      "Geen enkele oplossing slaagde in alle drie de perspectieven. Toekennen zakte op de wet, overwinteren en afwijzen zakten op haar leven. Ik kies voor afwijzen omdat zonder rechtsgrond geen besluit kan worden genomen. Het juridische perspectief weegt hier het zwaarst.",
    precedentCheck: {
      answer: "not_found",
      text: "Geen precedent in het register. De eerdere afwijzingen zijn wel bekeken.",
      precedents: [],
    },
    toldCitizen:
      "Thuis bezocht door de behandelaar en de verzekeringsarts. Zij kreeg de tijd om te reageren en uitleg over bezwaar.",
    reviewInDays: -360,
    agoDays: 540,
  },
];

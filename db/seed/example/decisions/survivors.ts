import type { ExampleDecision } from "../types.ts";

export const survivorDecisions: ExampleDecision[] = [
  {
    caseKey: "weduwe-spanje",
    decisionMaker: "ingrid-wolters",
    option: 2,
    groundReference: "Anw artikel 33, vierde lid: bijzonder geval",
    motivation: {
      legal:
        "De wet kent een uitzondering voor bijzondere gevallen. Niet kunnen lezen, verkeerd zijn ingelicht en alleen achterblijven maken dit geval samen bijzonder. De oude uitleg was smaller dan de wet vraagt.",
      financial:
        "De nabetaling is te dragen en beëindigt een schuld en een procedure. Voor de vele vergelijkbare aanvragen vragen wij de afdeling beleid om een regel met een grens in jaren.",
      societal:
        "Zij kon niet weten wat niemand haar had verteld en kwam meteen in actie toen zij het hoorde. Dit besluit is goed uit te leggen.",
    },
    reasonPro: ["low_literacy", "misinformed_by_third_party", "acted_promptly_once_known"],
    reasonCon: ["application_more_than_year_late"],
    minorityView:
      "Eén jurist vindt het verschil met drie eerder afgewezen aanvragen nog niet goed genoeg uitgelegd en wil die zaken opnieuw bekijken.",
    conditions: [
      {
        text: "De drie afgewezen aanvragen van het jaar ervoor opnieuw bekijken.",
        owner: "nienke-postma",
        inDays: -1300,
        done: true,
      },
      {
        text: "De uitkomst mondeling uitleggen met een tolk.",
        owner: "femke-brouwers",
        inDays: -1480,
        done: true,
      },
    ],
    departure: null,
    precedentCheck: {
      answer: "not_found",
      text: "Er was nog geen vastgelegd precedent over late aanvragen.",
      precedents: [],
    },
    toldCitizen:
      "Op de dag na het besluit gebeld met een tolk. De maatschappelijk werker kreeg de brief om voor te lezen.",
    reviewInDays: -1120,
    agoDays: 1490,
  },
  {
    caseKey: "weduwnaar-marokko",
    decisionMaker: "orlando-martina",
    option: 1,
    groundReference: "Anw artikel 33, vierde lid; SB1403: alle omstandigheden samen",
    motivation: {
      legal:
        "Voor de tijd van ziekte is het geval bijzonder. Voor de anderhalf jaar daarna niet: hij wist van de regeling en wachtte zonder reden die de wet erkent.",
      financial:
        "Met deze nabetaling kan hij de ziekenhuisrekeningen voldoen. De kosten zijn te dragen, ook als dit vaker voorkomt.",
      societal:
        "Wat hij niet kon telt mee, wat hij wel kon ook. Dat is uit te leggen aan hem en aan anderen.",
    },
    reasonPro: ["illness_prevented_action"],
    reasonCon: ["application_more_than_year_late", "could_reasonably_have_known"],
    minorityView:
      "Het maatschappelijk perspectief vindt dat opzien tegen papieren na een beroerte ook bij de ziekte hoort en wilde de volle vier jaar.",
    conditions: [
      {
        text: "Hulp bij de volgende formulieren regelen via de sociaal attaché.",
        owner: "rachid-bouzian",
        inDays: -12,
        done: false,
      },
      {
        text: "Nagaan of de nabetaling bij het ziekenhuis is aangekomen.",
        owner: "rachid-bouzian",
        inDays: -150,
        done: true,
      },
    ],
    departure:
      "De weging stelde volledig terugbetalen voor, zonder duidelijk verschil met deze oplossing. Ik wijk af omdat de beleidsregel zegt dat wachten zonder goede reden niet verschoonbaar is. De juridische argumenten op dat punt geven voor mij de doorslag.",
    precedentCheck: {
      answer: "different",
      text: "In de zaak van de weduwe in Spanje werd direct gehandeld zodra het recht bekend was. Hier verstreek anderhalf jaar, met een folder in huis.",
      precedents: ["weduwe-spanje"],
    },
    toldCitizen:
      "Gebeld in het Frans, met zijn zoon erbij. Het verschil tussen de twee perioden is uitgelegd, ook dat hij bezwaar kan maken.",
    reviewInDays: 30,
    agoDays: 215,
  },
];

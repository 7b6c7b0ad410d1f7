import type { ExampleDecision } from "../types.ts";

export const recoveryDecisions: ExampleDecision[] = [
  {
    caseKey: "wia-voorschot",
    decisionMaker: "ingrid-wolters",
    option: 2,
    groundReference: "WIA artikel 77: dringende reden; Awb 3:4 lid 2",
    motivation: {
      legal:
        "Er was geen ander inkomen in die tijd en bijstand kan niet meer achteraf. Het voorschot was nodig omdat de dienst te laat besliste. Samen is dat een dringende reden.",
      financial:
        "Na tien jaar is de schuld nauwelijks gedaald. Blijven innen kost bijna zoveel als het oplevert.",
      societal: "Hij heeft niets verkeerd gedaan. Met dit besluit kan hij opnieuw beginnen.",
    },
    reasonPro: [
      "no_other_income_in_period",
      "other_benefit_no_longer_possible",
      "hopeless_debt",
      "no_other_debts",
    ],
    reasonCon: ["payment_was_undue"],
    minorityView: "Geen.",
    conditions: [
      {
        text: "Uitzoeken hoeveel mensen in dezelfde situatie zitten en een voorstel doen.",
        owner: "bram-verhagen",
        inDays: -1150,
        done: true,
      },
    ],
    departure: null,
    precedentCheck: {
      answer: "not_found",
      text: "Geen vergelijkbare zaak gevonden.",
      precedents: [],
    },
    toldCitizen: "Gebeld op de dag van het besluit. De inhouding stopte met de volgende betaling.",
    reviewInDays: -890,
    agoDays: 1250,
  },
  {
    caseKey: "ww-geen-reactie",
    decisionMaker: "orlando-martina",
    option: 1,
    groundReference: "WW artikel 36, dringende reden; ECLI:NL:CRVB:2025:604",
    motivation: {
      legal:
        "Zij was niet beschikbaar, dus het recht verviel. De dienst wist het en reageerde niet. Volgens de rechtspraak telt dat eigen aandeel mee; de helft past daarbij.",
      financial:
        "€ 1.972,93 is voor haar in een jaar te betalen. Een procedure zou ons meer kosten dan de andere helft.",
      societal:
        "Wie meldt mag verwachten dat er iets mee gebeurt. De helft laten vallen erkent dat, zonder haar eigen aandeel weg te nemen.",
    },
    reasonPro: ["agency_knew", "agency_did_not_react"],
    reasonCon: ["not_available_for_work", "could_reasonably_have_known"],
    minorityView: "Eén beoordelaar wilde alles laten vallen omdat zij drie keer heeft gemeld.",
    conditions: [
      {
        text: "Nieuwe berekening en betalingsregeling van twaalf maanden vastleggen.",
        owner: "femke-brouwers",
        inDays: -140,
        done: true,
      },
      {
        text: "Voorstel voor een bewaakte lijst van open meldingen.",
        owner: "bram-verhagen",
        inDays: -20,
        done: false,
      },
      {
        text: "Nabellen of de aflossing haalbaar is.",
        owner: "femke-brouwers",
        inDays: 14,
        done: false,
      },
    ],
    departure: null,
    precedentCheck: {
      answer: "different",
      text: "De vaste gedragslijn bij AOW rekent vanaf de gemiste melding. Hier zijn alle meldingen gemist en volgen wij de rechtspraak over de WW.",
      precedents: ["aow-vaste-gedragslijn"],
    },
    toldCitizen:
      "Gebeld door de teamleider bezwaar, met excuses voor het uitblijven van een reactie. Zij trok haar bezwaar in.",
    reviewInDays: 25,
    agoDays: 160,
  },
  {
    caseKey: "aow-vaste-gedragslijn",
    decisionMaker: "ingrid-wolters",
    option: 1,
    groundReference: "Vaste gedragslijn, aanvaard in ECLI:NL:CRVB:2021:672",
    motivation: {
      legal:
        "Er valt beide kanten iets te verwijten. De vaste gedragslijn vraagt dan om een lager bedrag. Volgen is gelijk behandelen.",
      financial:
        "€ 1.629,98 past bij hun inkomen en is binnen drie jaar betaald. Extra hulp thuis wordt zo voorkomen.",
      societal: "Zij kunnen de regiotaxi weer betalen en doen weer mee.",
    },
    reasonPro: ["agency_share_of_blame", "daily_life_disproportionate"],
    reasonCon: ["payment_was_undue", "income_not_reported"],
    minorityView: "Het maatschappelijk perspectief had ook helemaal afzien kunnen uitleggen.",
    conditions: [
      {
        text: "Herzieningen van het laatste jaar nalopen op gemiste meldingen.",
        owner: "nienke-postma",
        inDays: -45,
        done: false,
      },
      {
        text: "Aflossing afspreken die de regiotaxi mogelijk houdt.",
        owner: "dewi-santoso",
        inDays: -240,
        done: true,
      },
    ],
    departure: null,
    precedentCheck: {
      answer: "not_found",
      text: "Geen precedent in het register; de gedragslijn en de uitspraak zijn gevolgd.",
      precedents: [],
    },
    toldCitizen: "Huisbezoek met de ouderenadviseur. De berekening is op één bladzijde uitgelegd.",
    reviewInDays: 95,
    agoDays: 270,
  },
];

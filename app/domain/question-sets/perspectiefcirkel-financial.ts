import type { PerspectiveTemplate } from "../question-set.ts";
import { anchorTexts } from "./anchor-texts.ts";

const criterionWeight = 1 / 7;

/** The financial perspective of the Perspectiefcirkel: one gate, seven criteria. */
export const financialPerspective: PerspectiveTemplate = {
  key: "financial",
  name: { nl: "Financieel", en: "Financial" },
  leadingQuestion: {
    nl: "Wat is de financiële impact op de burger en de maatschappij?",
    en: "What is the financial impact on the citizen and on society?",
  },
  weight: 1 / 3,
  passMark: 3,
  gates: [
    {
      key: "F-G1",
      question: {
        nl: "Is er dekking, en een budgethouder die instemt?",
        en: "Is there cover, and a budget holder who agrees?",
      },
      meaning: {
        nl: "Iemand betaalt de kosten uit een eigen budget of uit een fonds.",
        en: "Someone pays the cost from their own budget or from a fund.",
      },
      source: "Maatpact: fonds voor oplossingen die in geen enkel budget passen",
    },
  ],
  criteria: [
    {
      key: "F1",
      question: {
        nl: "Houdt het huishouden genoeg om van te leven (bestaanszekerheid)?",
        en: "Does the household keep enough to live on (security of existence)?",
      },
      meaning: {
        nl: "Het netto inkomen blijft op of boven het minimum en de beslagvrije voet.",
        en: "Net income stays at or above the minimum and the protected earnings level.",
      },
      source: "SVB SB1072 (tot 2023); Wvbvv",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Het huishouden kan eten, huur of energie niet meer betalen.",
          "Het inkomen zakt een tijd onder het minimum.",
          "Het inkomen blijft net op het minimum en de beslagvrije voet.",
          "Het inkomen blijft boven het minimum, met ruimte voor een tegenvaller.",
          "Het huishouden komt blijvend rond en kan weer sparen.",
        ],
        en: [
          "The household can no longer pay for food, rent or energy.",
          "Income drops below the minimum for some time.",
          "Income stays just at the minimum and the protected earnings level.",
          "Income stays above the minimum, with room for a setback.",
          "The household makes ends meet for good and can save again.",
        ],
      }),
    },
    {
      key: "F2",
      question: {
        nl: "Is er uitzicht op een draaglijke of opgeloste schuld?",
        en: "Is there a prospect of a bearable or settled debt?",
      },
      meaning: {
        nl: "Binnen een tijd die te overzien is, is de schuld weg of goed te dragen.",
        en: "Within a foreseeable time the debt is gone or can be borne.",
      },
      source: "Casus UWV: perspectief bieden",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De schuld groeit door, of blijft een leven lang.",
          "De schuld wordt kleiner, maar het einde is niet te zien.",
          "De schuld is te dragen en heeft een einddatum, of er is geen schuld.",
          "De schuld is binnen enkele jaren weg, met een haalbaar bedrag per maand.",
          "De schuld is nu of heel snel weg, en er komt geen nieuwe bij.",
        ],
        en: [
          "The debt keeps growing, or stays for a lifetime.",
          "The debt gets smaller, but the end is not in sight.",
          "The debt can be borne and has an end date, or there is no debt.",
          "The debt is gone within a few years, with a feasible monthly amount.",
          "The debt is gone now or very soon, and no new debt is added.",
        ],
      }),
    },
    {
      key: "F3",
      question: {
        nl: "Zijn de directe kosten te dragen?",
        en: "Can the direct costs be borne?",
      },
      meaning: {
        nl: "Het gaat om eenmalige en jaarlijkse kosten, vergeleken met strikte toepassing.",
        en: "This is about one-off and yearly costs, compared with strict application.",
      },
      source: "Waardendriehoek: rendement",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De kosten zijn zo hoog dat andere taken in gevaar komen.",
          "De kosten passen alleen als er iets anders wordt geschrapt.",
          "De kosten passen in het budget, al blijft er weinig over.",
          "De kosten passen ruim in het budget.",
          "De oplossing kost niets extra, of is zelfs goedkoper.",
        ],
        en: [
          "The costs are so high that other tasks are in danger.",
          "The costs fit only if something else is dropped.",
          "The costs fit in the budget, although little is left.",
          "The costs fit easily in the budget.",
          "The solution costs nothing extra, or is even cheaper.",
        ],
      }),
    },
    {
      key: "F4",
      question: {
        nl: "Voorkomt dit kosten voor de samenleving?",
        en: "Does this prevent costs to society?",
      },
      meaning: {
        nl: "Denk aan zorg, uithuiszetting, detentie en opvang als we blijven doormodderen.",
        en: "Think of care, eviction, detention and shelter if we keep muddling through.",
      },
      source: "Doorbraakmethode",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De oplossing geeft grote nieuwe kosten, zoals opvang na een uithuiszetting.",
          "Kosten voor zorg, schuldhulp of opvang lopen gewoon door.",
          "De oplossing voorkomt enige kosten, of er zijn er geen te verwachten.",
          "De oplossing voorkomt duidelijk kosten, zoals jaren van extra hulp.",
          "De oplossing voorkomt grote kosten, zoals opname, detentie of dakloosheid.",
        ],
        en: [
          "The solution causes large new costs, such as shelter after an eviction.",
          "Costs for care, debt help or shelter simply go on.",
          "The solution prevents some costs, or none are to be expected.",
          "The solution clearly prevents costs, such as years of extra help.",
          "The solution prevents large costs, such as admission, detention or homelessness.",
        ],
      }),
    },
    {
      key: "F5",
      question: {
        nl: "Scheelt dit werk en procedures?",
        en: "Does this save work and procedures?",
      },
      meaning: {
        nl: "Tel de uren, bezwaren, beroepen en terugvorderingen die erbij komen of wegvallen.",
        en: "Count the hours, objections, appeals and recoveries that are added or avoided.",
      },
      source: "SVB: te late aanvragen leidden tot veel procedures",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Dit geeft veel extra werk, en bijna zeker een lange procedure.",
          "Dit kost extra uren, en een bezwaar ligt voor de hand.",
          "Het werk blijft ongeveer gelijk, en een bezwaar is niet waarschijnlijk.",
          "Dit bespaart uren, of een lopende procedure kan stoppen.",
          "Alle procedures stoppen, en daarna is er bijna geen werk meer aan.",
        ],
        en: [
          "This gives much extra work, and almost certainly a long procedure.",
          "This costs extra hours, and an objection is to be expected.",
          "The work stays about the same, and an objection is unlikely.",
          "This saves hours, or a running procedure can stop.",
          "All procedures stop, and after that hardly any work is left.",
        ],
      }),
    },
    {
      key: "F6",
      question: {
        nl: "Is het betaalbaar als iedereen in deze situatie het krijgt?",
        en: "Is it affordable if everyone in this situation gets it?",
      },
      meaning: {
        nl: "Reken het aantal vergelijkbare gevallen maal de kosten per geval.",
        en: "Multiply the number of comparable cases by the cost per case.",
      },
      source: "SVB: ongeveer duizend gevallen per jaar",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Voor iedereen samen is dit onbetaalbaar.",
          "Voor iedereen samen is er nu te weinig geld.",
          "Voor iedereen samen is dit te betalen, al is de schatting onzeker.",
          "De groep is klein en het totaal is goed te betalen.",
          "Ook voor iedereen samen kost dit niets extra, of het levert geld op.",
        ],
        en: [
          "For everyone together this is unaffordable.",
          "For everyone together there is not enough money now.",
          "For everyone together this can be paid, although the estimate is uncertain.",
          "The group is small and the total can easily be paid.",
          "Even for everyone together this costs nothing extra, or it yields money.",
        ],
      }),
    },
    {
      key: "F7",
      question: {
        nl: "Is het eerlijk wie betaalt en wie bespaart?",
        en: "Is it fair who pays and who saves?",
      },
      meaning: {
        nl: "Laat zien waar de kosten vallen en waar het voordeel komt, ook over budgetten heen.",
        en: "Show where the costs fall and where the gain lands, also across budgets.",
      },
      source: "Waardendriehoek; ontschotten",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Eén partij of de burger betaalt alles; een ander houdt al het voordeel.",
          "De kosten komen vooral bij een partij die er weinig aan heeft.",
          "Kosten en voordeel liggen scheef, maar de betaler vindt het redelijk.",
          "Wie bespaart, betaalt ook een deel mee.",
          "Kosten en voordeel liggen bij dezelfde partij, of zijn eerlijk verdeeld.",
        ],
        en: [
          "One party or the citizen pays everything; another keeps all the gain.",
          "The costs fall mainly on a party that gains little.",
          "Costs and gain are uneven, but the payer finds it reasonable.",
          "Whoever saves also pays a part.",
          "Costs and gain lie with the same party, or are shared fairly.",
        ],
      }),
    },
  ],
};

import type { PerspectiveTemplate } from "../question-set.ts";
import { anchorTexts } from "./anchor-texts.ts";
import { legalGates } from "./perspectiefcirkel-legal-gates.ts";

const criterionWeight = 1 / 7;

/** The legal perspective of the Perspectiefcirkel: three gates, seven criteria. */
export const legalPerspective: PerspectiveTemplate = {
  key: "legal",
  name: { nl: "Juridisch", en: "Legal" },
  leadingQuestion: { nl: "Hoe is de wet bedoeld?", en: "What is the law meant to do?" },
  weight: 1 / 3,
  passMark: 3,
  gates: legalGates,
  criteria: [
    {
      key: "J1",
      question: {
        nl: "Past de oplossing bij de bedoeling van de wet?",
        en: "Does the solution fit the purpose of the law?",
      },
      meaning: {
        nl: "De oplossing dient de reden waarom de wet is gemaakt.",
        en: "The solution serves the reason why the law was made.",
      },
      source: "Evaluatie maatwerkplaats UWV 2022; Werken vanuit de Bedoeling",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De oplossing werkt de bedoeling van de wet tegen.",
          "De oplossing past maar voor een klein deel bij de bedoeling van de wet.",
          "De oplossing past bij de bedoeling, al kunt u de wet ook anders uitleggen.",
          "De oplossing past goed: wat de wet wil beschermen, blijft beschermd.",
          "De oplossing doet precies waarvoor de wet is gemaakt.",
        ],
        en: [
          "The solution works against the purpose of the law.",
          "The solution fits only a small part of the purpose of the law.",
          "The solution fits the purpose, although the law can be read differently.",
          "The solution fits well: what the law wants to protect stays protected.",
          "The solution does exactly what the law was made for.",
        ],
      }),
    },
    {
      key: "J2",
      question: {
        nl: "Is de oplossing geschikt om het doel te bereiken?",
        en: "Is the solution suitable to reach the aim?",
      },
      meaning: {
        nl: "De oplossing helpt in de praktijk echt mee om het doel te bereiken.",
        en: "In practice the solution really helps to reach the aim.",
      },
      source: "ECLI:NL:RVS:2022:285",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Met deze oplossing raakt het doel verder weg.",
          "Waarschijnlijk verandert deze oplossing niets aan het doel.",
          "De oplossing brengt het doel waarschijnlijk een stap dichterbij.",
          "De oplossing bereikt het doel bijna helemaal.",
          "De oplossing bereikt het hele doel, en dat is goed te onderbouwen.",
        ],
        en: [
          "With this solution the aim gets further away.",
          "This solution probably changes nothing about the aim.",
          "The solution probably brings the aim a step closer.",
          "The solution reaches the aim almost completely.",
          "The solution reaches the whole aim, and there is good support for that.",
        ],
      }),
    },
    {
      key: "J3",
      question: { nl: "Is de oplossing noodzakelijk?", en: "Is the solution necessary?" },
      meaning: {
        nl: "Niets lichters bereikt hetzelfde; kies n.v.t. als het besluit alleen gunstig is voor de burger.",
        en: "Nothing lighter reaches the same; choose n/a if the decision only favours the citizen.",
      },
      source: "ECLI:NL:RVS:2022:285",
      weight: criterionWeight,
      mayNotApply: true,
      anchors: anchorTexts({
        nl: [
          "Een veel lichtere oplossing bereikt precies hetzelfde.",
          "Een lichtere oplossing bereikt waarschijnlijk bijna hetzelfde.",
          "Er is iets lichters, maar dat haalt het doel maar voor een deel.",
          "Lichtere oplossingen zijn bekeken en werken duidelijk minder goed.",
          "Alle lichtere wegen vallen af; alleen deze oplossing haalt het doel.",
        ],
        en: [
          "A much lighter solution reaches exactly the same.",
          "A lighter solution probably reaches almost the same.",
          "There is something lighter, but it reaches only part of the aim.",
          "Lighter solutions were considered and clearly work less well.",
          "All lighter ways drop out; only this solution reaches the aim.",
        ],
      }),
    },
    {
      key: "J4",
      question: { nl: "Is de oplossing evenwichtig?", en: "Is the solution balanced?" },
      meaning: {
        nl: "Het nadeel is voor niemand onredelijk zwaar, vergeleken met het doel.",
        en: "Compared with the aim, the harm is not unreasonably heavy for anyone.",
      },
      source: "Awb 3:4 lid 2; ECLI:NL:CBB:2024:190",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Iemand krijgt een last die bij geen enkel doel past.",
          "Het nadeel is zwaarder dan het doel kan goedmaken.",
          "Het nadeel is voelbaar, maar nog redelijk voor dit doel.",
          "Het nadeel is klein en het doel weegt duidelijk zwaarder.",
          "Er is bijna geen nadeel, en alle belangen krijgen hun plek.",
        ],
        en: [
          "Someone gets a burden that no aim can justify.",
          "The harm is heavier than the aim can make up for.",
          "The harm is felt, but still reasonable for this aim.",
          "The harm is small and the aim clearly weighs more.",
          "There is hardly any harm, and all interests get their place.",
        ],
      }),
    },
    {
      key: "J5",
      question: {
        nl: "Past de oplossing bij de bijzondere omstandigheden, alleen en samen?",
        en: "Does the solution fit the special circumstances, alone and together?",
      },
      meaning: {
        nl: "Alle omstandigheden tellen samen mee, ook als de regel er al rekening mee hield.",
        en: "All circumstances count together, also those the rule already took into account.",
      },
      source: "ECLI:NL:RVS:2016:2840",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De omstandigheden wijzen duidelijk naar een heel andere oplossing.",
          "De oplossing doet te veel of te weinig voor deze omstandigheden.",
          "Alle omstandigheden samen kunnen deze oplossing dragen.",
          "De omstandigheden maken deze oplossing een logische keuze.",
          "De omstandigheden zijn zo sprekend dat alleen deze oplossing past.",
        ],
        en: [
          "The circumstances clearly point to a very different solution.",
          "The solution does too much or too little for these circumstances.",
          "All circumstances together can carry this solution.",
          "The circumstances make this solution a logical choice.",
          "The circumstances speak so clearly that only this solution fits.",
        ],
      }),
    },
    {
      key: "J6",
      question: {
        nl: "Is meegewogen wat de overheid zelf heeft veroorzaakt?",
        en: "Has the government's own share in the cause been weighed?",
      },
      meaning: {
        nl: "Het aandeel van de overheid staat naast wat u de burger kunt verwijten.",
        en: "The government's share stands next to what the citizen can be blamed for.",
      },
      source: "ECLI:NL:CRVB:2024:726; ECLI:NL:CRVB:2025:604",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Wie het probleem veroorzaakte, draagt niets; de ander draagt alles.",
          "Een van beiden draagt duidelijk meer dan bij het eigen aandeel past.",
          "Ieders aandeel telt mee, al is de verdeling nog grof.",
          "Ieders aandeel telt mee, en de verdeling is goed onderbouwd.",
          "Overheid en burger dragen precies wat bij hun eigen aandeel past.",
        ],
        en: [
          "Whoever caused the problem bears nothing; the other bears everything.",
          "One of the two clearly bears more than fits their own share.",
          "Each share counts, although the division is still rough.",
          "Each share counts, and the division is well supported.",
          "Government and citizen bear exactly what fits their own share.",
        ],
      }),
    },
    {
      key: "J7",
      question: {
        nl: "Is dit gelijk aan vergelijkbare gevallen, of is het verschil uit te leggen?",
        en: "Is this equal to comparable cases, or can the difference be explained?",
      },
      meaning: {
        nl: "U volgt eerdere besluiten, of u noemt het verschil dat ertoe doet.",
        en: "You follow earlier decisions, or you name the difference that matters.",
      },
      source: "Gelijkheidsbeginsel; vaste gedragslijn",
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Gelijke gevallen kregen iets heel anders, en daar is geen reden voor.",
          "De oplossing wijkt af van eerdere besluiten, en de reden is zwak.",
          "Er is geen vergelijkbaar besluit, of het verschil is redelijk uit te leggen.",
          "De oplossing past bij eerdere besluiten, op kleine verschillen na.",
          "Gelijke gevallen kregen hetzelfde; dit besluit bevestigt de vaste lijn.",
        ],
        en: [
          "Equal cases got something very different, and there is no reason for that.",
          "The solution departs from earlier decisions, and the reason is weak.",
          "There is no comparable decision, or the difference can reasonably be explained.",
          "The solution fits earlier decisions, apart from small differences.",
          "Equal cases got the same; this decision confirms the fixed line.",
        ],
      }),
    },
  ],
};

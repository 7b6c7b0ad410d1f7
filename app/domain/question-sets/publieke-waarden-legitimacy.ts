import type { PerspectiveTemplate } from "../question-set.ts";
import { anchorTexts } from "./anchor-texts.ts";

const source = "Instituut voor Publieke Waarden: Doorbraakmethode";
const criterionWeight = 1 / 3;

/** Legitimacy in the value triangle: one gate, three criteria. */
export const legitimacyPerspective: PerspectiveTemplate = {
  key: "legitimacy",
  name: { nl: "Legitimiteit", en: "Legitimacy" },
  leadingQuestion: {
    nl: "Mag dit, en kunnen we het verantwoorden?",
    en: "Is this allowed, and can we account for it?",
  },
  weight: 1 / 3,
  passMark: 3,
  gates: [
    {
      key: "L-G1",
      question: {
        nl: "Mag deze oplossing volgens de wet?",
        en: "Does the law allow this solution?",
      },
      meaning: {
        nl: "U kunt het artikel noemen waarop de oplossing rust, of de wet verbiedt de oplossing niet.",
        en: "You can name the article the solution rests on, or the law does not forbid it.",
      },
      source,
    },
  ],
  criteria: [
    {
      key: "L1",
      question: {
        nl: "Hoe stevig staat de oplossing binnen wet en beleid?",
        en: "How firmly does the solution stand within law and policy?",
      },
      meaning: {
        nl: "De oplossing past bij de letter en de bedoeling van de regels.",
        en: "The solution fits the letter and the purpose of the rules.",
      },
      source,
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De oplossing gaat in tegen de letter en de bedoeling van de regels.",
          "De oplossing rust op een uitleg die waarschijnlijk geen stand houdt.",
          "De regels geven ruimte, al moet u die goed onderbouwen.",
          "De regels geven duidelijk ruimte voor deze oplossing.",
          "Letter en bedoeling van de regels wijzen allebei naar deze oplossing.",
        ],
        en: [
          "The solution goes against the letter and the purpose of the rules.",
          "The solution rests on a reading that will probably not hold.",
          "The rules give room, although you must support it well.",
          "The rules clearly give room for this solution.",
          "Letter and purpose of the rules both point to this solution.",
        ],
      }),
    },
    {
      key: "L2",
      question: {
        nl: "Kunnen we deze oplossing in het openbaar uitleggen?",
        en: "Can we explain this solution in public?",
      },
      meaning: {
        nl: "Iemand die de casus niet kent, begrijpt waarom dit nodig is.",
        en: "Someone who does not know the case understands why this is needed.",
      },
      source,
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Openbaar uitleggen kan niet; we willen dit liever stilhouden.",
          "Alleen ingewijden kunnen de uitleg volgen.",
          "De uitleg is te volgen, maar niet iedereen zal overtuigd zijn.",
          "De meeste mensen begrijpen waarom dit nodig is.",
          "Iedereen ziet meteen waarom dit de goede keuze is.",
        ],
        en: [
          "Explaining in public is impossible; we would rather keep this quiet.",
          "Only insiders can follow the explanation.",
          "The explanation can be followed, but will not convince everyone.",
          "Most people understand why this is needed.",
          "Everyone sees at once why this is the right choice.",
        ],
      }),
    },
    {
      key: "L3",
      question: {
        nl: "Behandelen we gelijke gevallen zo gelijk?",
        en: "Do we treat equal cases equally this way?",
      },
      meaning: {
        nl: "Een ander met dezelfde situatie en hetzelfde plan krijgt hetzelfde.",
        en: "Someone else with the same situation and the same plan gets the same.",
      },
      source,
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Anderen in dezelfde situatie kregen nee, en niemand weet waarom.",
          "Anderen moeten veel meer moeite doen om hetzelfde te krijgen.",
          "We kennen geen gelijk geval, of we kunnen het verschil noemen.",
          "Vergelijkbare mensen kregen bijna hetzelfde.",
          "Iedereen in deze situatie krijgt hetzelfde, en dat ligt vast.",
        ],
        en: [
          "Others in the same situation got a no, and nobody knows why.",
          "Others must make much more effort to get the same.",
          "We know of no equal case, or we can name the difference.",
          "Comparable people got almost the same.",
          "Everyone in this situation gets the same, and that is on record.",
        ],
      }),
    },
  ],
};

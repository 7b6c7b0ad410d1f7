import type { PerspectiveTemplate } from "../question-set.ts";
import { anchorTexts } from "./anchor-texts.ts";

const source = "Instituut voor Publieke Waarden: Doorbraakmethode";
const criterionWeight = 1 / 3;

/** Return in the value triangle: three criteria. */
export const returnPerspective: PerspectiveTemplate = {
  key: "return",
  name: { nl: "Rendement", en: "Return" },
  leadingQuestion: {
    nl: "Wat kost dit, wat levert het op, en voor wie?",
    en: "What does this cost, what does it yield, and for whom?",
  },
  weight: 1 / 3,
  passMark: 3,
  gates: [],
  criteria: [
    {
      key: "R1",
      question: {
        nl: "Zijn de kosten van deze oplossing te verantwoorden?",
        en: "Can the costs of this solution be justified?",
      },
      meaning: {
        nl: "Tel alle kosten mee, ook de uren van professionals.",
        en: "Count all costs, including the hours of professionals.",
      },
      source,
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De kosten zijn veel te hoog voor wat we ermee bereiken.",
          "De kosten zijn hoog, en goedkoper kan ook.",
          "De kosten staan in verhouding tot wat we ermee bereiken.",
          "De kosten zijn laag vergeleken met wat we ermee bereiken.",
          "Er zijn bijna geen kosten, en het effect is groot.",
        ],
        en: [
          "The costs are far too high for what we achieve.",
          "The costs are high, and it can be done more cheaply.",
          "The costs are in proportion to what we achieve.",
          "The costs are low compared with what we achieve.",
          "There are hardly any costs, and the effect is large.",
        ],
      }),
    },
    {
      key: "R2",
      question: {
        nl: "Wat besparen we vergeleken met doormodderen?",
        en: "What do we save compared with muddling through?",
      },
      meaning: {
        nl: "Vergelijk één en vijf jaar doorgaan zoals nu met deze oplossing.",
        en: "Compare one and five years of going on as now with this solution.",
      },
      source,
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Doormodderen is veel goedkoper, ook over vijf jaar.",
          "Ook na vijf jaar is deze oplossing nog iets duurder.",
          "Binnen vijf jaar zijn de kosten ongeveer terugverdiend.",
          "Binnen een jaar of twee zijn de kosten terugverdiend.",
          "Al in het eerste jaar besparen we meer dan we uitgeven.",
        ],
        en: [
          "Muddling through is much cheaper, even over five years.",
          "Even after five years this solution is still a little dearer.",
          "Within five years the costs are about earned back.",
          "Within a year or two the costs are earned back.",
          "Already in the first year we save more than we spend.",
        ],
      }),
    },
    {
      key: "R3",
      question: {
        nl: "Komt het voordeel op de goede plek terecht?",
        en: "Does the gain land in the right place?",
      },
      meaning: {
        nl: "Noem wie er beter van wordt, en of de betaler daar iets van terugziet.",
        en: "Name who benefits, and whether the payer sees some of that back.",
      },
      source,
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De burger heeft er niets aan, en de betaler ook niet.",
          "Het voordeel gaat vooral naar een partij die niets bijdraagt.",
          "De burger is beter af, en de betaler accepteert de rekening.",
          "Burger en betaler hebben allebei duidelijk voordeel.",
          "Iedereen die bijdraagt, ziet dat terug; de burger het meest.",
        ],
        en: [
          "The citizen gains nothing, and neither does the payer.",
          "The gain goes mainly to a party that contributes nothing.",
          "The citizen is better off, and the payer accepts the bill.",
          "Citizen and payer both have a clear gain.",
          "Everyone who contributes sees a return; the citizen most of all.",
        ],
      }),
    },
  ],
};

import type { PerspectiveTemplate } from "../question-set.ts";
import { anchorTexts } from "./anchor-texts.ts";

const source = "Instituut voor Publieke Waarden: Doorbraakmethode";
const criterionWeight = 1 / 3;

/** Involvement in the value triangle: three criteria. */
export const involvementPerspective: PerspectiveTemplate = {
  key: "involvement",
  name: { nl: "Betrokkenheid", en: "Involvement" },
  leadingQuestion: {
    nl: "Wil de burger dit zelf, en wie doet er mee?",
    en: "Does the citizen want this, and who joins in?",
  },
  weight: 1 / 3,
  passMark: 3,
  gates: [],
  criteria: [
    {
      key: "B1",
      question: {
        nl: "Brengt dit het eigen doel van de burger dichterbij?",
        en: "Does this bring the citizen's own goal closer?",
      },
      meaning: {
        nl: "Het gaat om wat iemand zelf wil bereiken, niet om wat het systeem aanbiedt.",
        en: "This is about what the person wants to achieve, not what the system has on offer.",
      },
      source,
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De oplossing maakt het eigen doel onmogelijk.",
          "De oplossing dient vooral het doel van een organisatie.",
          "De oplossing past bij het eigen doel, maar is nog maar een begin.",
          "De oplossing brengt het eigen doel duidelijk dichterbij.",
          "De oplossing is precies wat iemand nodig heeft voor het eigen doel.",
        ],
        en: [
          "The solution makes the citizen's own goal impossible.",
          "The solution mainly serves the goal of an organisation.",
          "The solution fits the own goal, but is only a start.",
          "The solution clearly brings the own goal closer.",
          "The solution is exactly what the person needs for the own goal.",
        ],
      }),
    },
    {
      key: "B2",
      question: {
        nl: "Is de burger eigenaar van het plan?",
        en: "Does the citizen own the plan?",
      },
      meaning: {
        nl: "De burger maakte de keuzes en doet zelf wat haalbaar is.",
        en: "The citizen made the choices and does what is feasible.",
      },
      source,
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "De burger wil dit plan niet.",
          "De burger doet mee omdat het moet.",
          "De burger staat achter het plan, maar wacht op anderen.",
          "De burger koos mee en zet zelf stappen.",
          "De burger heeft het plan gemaakt en leidt de uitvoering.",
        ],
        en: [
          "The citizen does not want this plan.",
          "The citizen takes part because it is compulsory.",
          "The citizen supports the plan, but waits for others.",
          "The citizen helped choose and takes steps.",
          "The citizen made the plan and leads its execution.",
        ],
      }),
    },
    {
      key: "B3",
      question: {
        nl: "Doen de mensen en organisaties mee die nodig zijn?",
        en: "Do the people and organisations that are needed join in?",
      },
      meaning: {
        nl: "Familie, hulpverleners en organisaties weten wat zij doen en wanneer.",
        en: "Family, professionals and organisations know what they do and when.",
      },
      source,
      weight: criterionWeight,
      mayNotApply: false,
      anchors: anchorTexts({
        nl: [
          "Een partij die echt nodig is, werkt het plan tegen.",
          "Een partij die echt nodig is, heeft nog niets beloofd.",
          "De partijen die echt nodig zijn, doen mee.",
          "Alle partijen doen mee en hebben een vaste contactpersoon.",
          "Alle partijen en ook de eigen omgeving dragen het plan samen.",
        ],
        en: [
          "A party that is really needed works against the plan.",
          "A party that is really needed has promised nothing yet.",
          "The parties that are really needed join in.",
          "All parties join in and have a fixed contact person.",
          "All parties and the person's own circle carry the plan together.",
        ],
      }),
    },
  ],
};

import { defaultLevels, type QuestionSetContent } from "../question-set.ts";
import { caseQuestions } from "./case-questions.ts";
import { fivePointScale } from "./five-point-scale.ts";
import { involvementPerspective } from "./publieke-waarden-involvement.ts";
import { legitimacyPerspective } from "./publieke-waarden-legitimacy.ts";
import { returnPerspective } from "./publieke-waarden-return.ts";

/** The second shipped set: the value triangle of the Instituut voor Publieke Waarden. */
export const publiekeWaarden: QuestionSetContent = {
  name: { nl: "Publieke waarden", en: "Public values" },
  description: {
    nl: "Een korte set: mag het, wil de burger het, en wat levert het op?",
    en: "A short set: is it allowed, does the citizen want it, and what does it yield?",
  },
  scale: fivePointScale,
  levels: defaultLevels,
  margin: 0.3,
  perspectives: [legitimacyPerspective, involvementPerspective, returnPerspective],
  caseQuestions,
};

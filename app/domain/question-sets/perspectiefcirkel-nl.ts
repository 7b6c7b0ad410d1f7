import { defaultLevels, type QuestionSetContent } from "../question-set.ts";
import { caseQuestions } from "./case-questions.ts";
import { fivePointScale } from "./five-point-scale.ts";
import { financialPerspective } from "./perspectiefcirkel-financial.ts";
import { legalPerspective } from "./perspectiefcirkel-legal.ts";
import { societalPerspective } from "./perspectiefcirkel-societal.ts";

/** The default set: the Perspectiefcirkel with a legal, a financial and a societal perspective. */
export const perspectiefcirkelNl: QuestionSetContent = {
  name: { nl: "Perspectiefcirkel", en: "Perspective circle" },
  description: {
    nl: "Drie groepen bekijken elke oplossing apart: juridisch, financieel en maatschappelijk.",
    en: "Three groups look at each solution separately: legal, financial and societal.",
  },
  scale: fivePointScale,
  levels: defaultLevels,
  margin: 0.3,
  perspectives: [legalPerspective, financialPerspective, societalPerspective],
  caseQuestions,
};

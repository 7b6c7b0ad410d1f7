import type { QuestionSetContent } from "../question-set.ts";
import { perspectiefcirkelNl } from "./perspectiefcirkel-nl.ts";
import { publiekeWaarden } from "./publieke-waarden.ts";

export type ShippedQuestionSet = { key: string; version: number; content: QuestionSetContent };

/** The question sets every installation starts with; the first is the default. */
export const shippedQuestionSets: ShippedQuestionSet[] = [
  { key: "perspectiefcirkel-nl", version: 1, content: perspectiefcirkelNl },
  { key: "publieke-waarden", version: 1, content: publiekeWaarden },
];

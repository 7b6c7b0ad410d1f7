/** Five short questions to the citizen. */
export const questionnaireMoments = ["after_decision", "after_review"] as const;
export type QuestionnaireMoment = (typeof questionnaireMoments)[number];

/** Four questions with the same answers, and one in the citizen's own words. */
export const citizenQuestions = ["heard", "understood", "fair", "helped"] as const;
export type CitizenQuestion = (typeof citizenQuestions)[number];
export const citizenChoices = ["yes", "partly", "no"] as const;
export type CitizenChoice = (typeof citizenChoices)[number];

/** A question that was skipped is null. */
export type CitizenAnswers = Record<CitizenQuestion, CitizenChoice | null> & { words: string };

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

/** Characters of the answer in own words. */
export const mostWords = 1000;

/** For how many days a link can work, and for how many it does when nobody says otherwise. */
export const linkDays = ["14", "30", "60"] as const;
export const usualLinkDays = "30" satisfies (typeof linkDays)[number];

export const questionnaireStates = ["open", "answered", "expired", "withdrawn"] as const;
export type QuestionnaireState = (typeof questionnaireStates)[number];

export type QuestionnaireMoments = {
  answeredAt: number | null;
  withdrawnAt: number | null;
  expiresAt: number;
};

/**
 * Where a link stands at a moment, all in UTC milliseconds. An answer stays an answer, whatever happened to the link
 * since; at the very moment it expires it no longer works.
 */
export function questionnaireState(
  { answeredAt, withdrawnAt, expiresAt }: QuestionnaireMoments,
  now: number,
): QuestionnaireState {
  if (answeredAt !== null) return "answered";
  if (withdrawnAt !== null) return "withdrawn";
  return expiresAt <= now ? "expired" : "open";
}

/** Whether every question was skipped and nothing was written: sending that would use the link up for nothing. */
export function saysNothing(answers: CitizenAnswers): boolean {
  return answers.words.trim() === "" && citizenQuestions.every((question) => !answers[question]);
}

/** Whether two answers are the same, as when a button was pressed twice. */
export function saysTheSame(one: CitizenAnswers, other: CitizenAnswers): boolean {
  return (
    one.words === other.words &&
    citizenQuestions.every((question) => one[question] === other[question])
  );
}

/** What came back of some links: per question how often each answer was given. */
export type CitizenCounts = {
  /** Links that were made and not withdrawn before an answer came. */
  sent: number;
  answered: number;
  questions: Record<CitizenQuestion, Record<CitizenChoice | "skipped", number>>;
};

export type CountedLink = {
  answeredAt: number | null;
  withdrawnAt: number | null;
  answers: CitizenAnswers | null;
};

/** Adds up answers; a link that was withdrawn unanswered counts as never sent. */
export function citizenCounts(links: readonly CountedLink[]): CitizenCounts {
  const none = () => ({ yes: 0, partly: 0, no: 0, skipped: 0 });
  const counts: CitizenCounts = {
    ...{ sent: 0, answered: 0 },
    questions: { heard: none(), understood: none(), fair: none(), helped: none() },
  };
  for (const { answeredAt, withdrawnAt, answers } of links) {
    const isAnswered = answeredAt !== null && answers !== null;
    if (!isAnswered && withdrawnAt !== null) continue;
    counts.sent += 1;
    if (!isAnswered) continue;
    counts.answered += 1;
    for (const question of citizenQuestions) {
      counts.questions[question][answers[question] ?? "skipped"] += 1;
    }
  }
  return counts;
}

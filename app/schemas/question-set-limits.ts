/** How many parts a question set may have. */
export const most = { perspectives: 6, gates: 8, criteria: 12, levels: 8, caseQuestions: 10 };

/** Most characters per text. */
export const longest = {
  word: 80,
  name: 120,
  question: 300,
  anchor: 500,
  source: 500,
  meaning: 1000,
  description: 1000,
};

/** How many parts a question set may have. */
export const most = { perspectives: 6, gates: 8, criteria: 12 };

/** Five questions to the citizen, and what came of them. */
const texts = {
  title: "Five questions",
} as const;

export default texts;

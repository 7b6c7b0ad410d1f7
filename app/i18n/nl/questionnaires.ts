/** Five questions to the citizen, and what came of them. */
const texts = {
  title: "Vijf vragen",
} as const;

export default texts;

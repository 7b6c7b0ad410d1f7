/** The letter about a decision, and how easy it reads. */
const texts = {
  title: "Brief",
} as const;

export default texts;

/** The letter about a decision, and how easy it reads. */
const texts = {
  title: "Letter",
} as const;

export default texts;

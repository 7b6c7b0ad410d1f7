/** What comes after a decision: proof, reviews, objection and appeal. */
const texts = {
  title: "Nazorg",
} as const;

export default texts;

/** What comes after a decision: proof, reviews, objection and appeal. */
const texts = {
  title: "Follow-up",
} as const;

export default texts;

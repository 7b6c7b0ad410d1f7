/** Structural problems behind cases, and what a session leaves behind. */
const texts = {
  title: "Signals",
} as const;

export default texts;

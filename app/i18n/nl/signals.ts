/** Structural problems behind cases, and what a session leaves behind. */
const texts = {
  title: "Signalen",
} as const;

export default texts;

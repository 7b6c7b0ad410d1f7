/** Policy rules: drafting, trying out, adopting, and what they settle. */
const texts = {
  title: "Regels",
} as const;

export default texts;

/** Policy rules: drafting, trying out, adopting, and what they settle. */
const texts = {
  title: "Rules",
} as const;

export default texts;

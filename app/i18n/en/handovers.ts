/** Bringing a case to another organisation, and who came to the wrong door. */
const texts = {
  title: "Handovers",
} as const;

export default texts;

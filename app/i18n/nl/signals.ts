/** Structural problems behind cases, and what a session leaves behind. */
const texts = {
  title: "Signalen",
  navigation: {
    label: "Signalen en regels",
    signals: "Signalen",
    rules: "Regels",
    patterns: "Patronen",
    reflections: "Reflecties",
  },
} as const;

export default texts;

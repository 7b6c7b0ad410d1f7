const texts = {
  title: "Beheer",
} as const;
export default texts;

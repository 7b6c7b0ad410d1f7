const texts = {
  title: "Besluit",
} as const;
export default texts;

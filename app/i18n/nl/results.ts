const texts = {
  title: "Uitkomst",
} as const;
export default texts;

const texts = {
  title: "Beoordelen",
} as const;
export default texts;

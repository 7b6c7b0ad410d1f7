const texts = {
  title: "Casussen",
} as const;
export default texts;

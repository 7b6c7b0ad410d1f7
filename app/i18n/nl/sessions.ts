const texts = {
  title: "Zittingen",
} as const;
export default texts;

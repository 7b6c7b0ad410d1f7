const texts = {
  title: "Start",
} as const;
export default texts;

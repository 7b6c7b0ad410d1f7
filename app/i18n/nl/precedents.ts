const texts = {
  title: "Precedenten",
} as const;
export default texts;

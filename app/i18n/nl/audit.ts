const texts = {
  title: "Audit",
} as const;
export default texts;

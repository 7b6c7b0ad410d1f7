const texts = {
  title: "Inloggen",
} as const;
export default texts;

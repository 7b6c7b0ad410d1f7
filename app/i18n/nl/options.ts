const texts = {
  title: "Oplossingen",
} as const;
export default texts;

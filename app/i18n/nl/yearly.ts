/** The yearly page for policy and executives. */
const texts = {
  title: "Stand van het maatwerk",
} as const;

export default texts;

/** The yearly page for policy and executives. */
const texts = {
  title: "State of maatwerk",
} as const;

export default texts;

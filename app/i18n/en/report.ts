/** The yearly report, and what stands on paper only. */
const texts = {
  pdf: {
    page: "Page {{page}} of {{count}}",
    checkpoint: "Place in the log",
    checkpointText:
      "This is the checkpoint of the log in which this decision was recorded. Whoever keeps it can later see whether the log is still the same.",
  },
} as const;
export default texts;

/** The yearly report, and what stands on paper only. */
const texts = {
  title: "Yearly report {{year}}",
  lead: "The year in figures, with remarks. The figures are of {{date}}.",
  notOver: "{{year}} is not over yet. These are the figures so far.",
  how: "Write what the number means, what stood out and what you do about it. Do not write names of citizens. An empty field is left out of the report.",
  sections: { foreword: "Foreword", ahead: "Looking ahead" },
  write: "Write a remark: {{about}}",
  rewrite: "Change the remark: {{about}}",
  label: "Remark: {{about}}",
  hint: "An empty line begins a new paragraph.",
  written: "Last changed by {{name}}, {{date}}.",
  remarks: "Remarks",
  links: "Yearly reports",
  link: "Yearly report {{year}}",
  pdf: {
    page: "Page {{page}} of {{count}}",
    download: "Download the yearly report as a PDF",
    checkpoint: "Place in the log",
    checkpointText:
      "This is the checkpoint of the log in which this decision was recorded. Whoever keeps it can later see whether the log is still the same.",
  },
} as const;
export default texts;

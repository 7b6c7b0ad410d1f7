/** Lists and figures as a file. */
const texts = {
  csv: "Download as CSV",
  allFigures: "All figures on this page",
  xlsx: "Download for Excel",
  number: "Number",
  received: "Received",
  daysLeft: "Days left",
  urgency: "Urgent",
  urgencyDate: "Urgent: by",
  version: "Version",
  example: "Example",
  synonyms: "Other words",
  perspective: "Perspective",
  direction: "Direction",
  organisation: "Organisation",
  figure: "Figure",
  row: "Row",
  column: "What",
  value: "Number",
  previous: "Number in the period before",
} as const;
export default texts;

/** Lists and figures as a file. */
const texts = {
  csv: "Download as CSV",
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
} as const;
export default texts;

import type processing from "../nl/processing.ts";
import type { SameKeys } from "../same-keys.ts";

const texts = {
  title: "Processing",
  lead: "For which purpose data of people were processed. Who did so is not here: that is in the log.",
  standard:
    "The file has the form of the Dutch standard Logboek Dataverwerkingen: each line is one operation.",
  download: "Download as JSON",
  caption: "Processing of personal data",
  when: "When",
  purpose: "Purpose",
  allPurposes: "All purposes",
  operation: "What happened",
  subject: "Person concerned",
  subjectHint: "The pseudonym of a case, as it is in the list",
  noSubject: "several cases",
  id: "Reference",
  emptyTitle: "No processing",
  emptyText: "Nothing was processed that fits these filters.",
  activity: {
    handling: "Handling a case",
    scoring: "Scoring solutions",
    deciding: "Deciding",
    "follow-up": "Follow-up",
    learning: "Learning from decisions",
    accounting: "Giving account",
    destroying: "Destroying",
  },
} as const satisfies SameKeys<typeof processing>;
export default texts;

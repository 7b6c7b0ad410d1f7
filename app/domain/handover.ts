/** Warm handover of a case to another organisation. */
export const handoverStatuses = ["sent", "accepted", "returned", "withdrawn"] as const;
export type HandoverStatus = (typeof handoverStatuses)[number];

/** The parts of a case that can be shared, each only with what the citizen agreed to. */
export const handoverParts = [
  "title",
  "story",
  "wish",
  "urgency",
  "law",
  "facts",
  "attempts",
  "options",
  "people",
] as const;
export type HandoverPart = (typeof handoverParts)[number];

/** What the receiver reads, as it was when it was sent: only the parts that were chosen are there. */
export type SharedContent = Partial<Record<HandoverPart, SharedField[]>>;
export type SharedField = { label: string; text: string };

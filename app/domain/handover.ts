import {
  factAnswers,
  lifeEvents,
  pinchPlaces,
  urgencyKinds,
  type FactAnswer,
  type LifeEvent,
  type PinchPlace,
  type UrgencyKind,
} from "./case-file.ts";
import { dayNumber, startOfDay } from "./day.ts";

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

/** Special categories of personal data (AVG articles 9 and 10) that a case is marked with. */
export const specialKinds = ["health", "criminal"] as const;
export type SpecialKind = (typeof specialKinds)[number];

/** What the receiver reads, as it was when it was sent: only the parts that were chosen are there. */
export type SharedContent = Partial<Record<HandoverPart, SharedField[]>> & {
  /** Goes along with whatever is shared, so that the receiver keeps it as closely; told where consent is asked. */
  special?: SpecialKind[];
};
export type SharedField = {
  label: string;
  text: string;
  /** The field of a case it fills; `fact.<id>` for a fact. */
  field?: string;
  /** What is stored there, where that is not the text itself. */
  value?: string;
};

/** A case in words, part by part: everything that could be shared of it. */
export type CaseDescription = {
  parts: Record<HandoverPart, SharedField[]>;
  special: SpecialKind[];
};

/** What was ticked: parts as a whole, and facts one by one as `fact.<id>`. */
export type SharingChoice = { parts: readonly HandoverPart[]; facts: readonly string[] };

/**
 * What goes to the receiver: of a case in words only the chosen parts, in their order, and of the facts only the
 * chosen ones. A part without text leaves no trace, and neither does anything that was not chosen.
 */
export function sharedContent(
  { parts, special }: CaseDescription,
  choice: SharingChoice,
): { parts: HandoverPart[]; content: SharedContent } {
  const chosen = handoverParts.flatMap((part) => {
    const fields = chosenFields(part, parts[part], choice).map(plainField);
    return fields.length === 0 ? [] : [[part, fields] as const];
  });
  const content: SharedContent = Object.fromEntries(chosen);
  if (chosen.length > 0 && special.length > 0) content.special = [...special];
  return { parts: chosen.map(([part]) => part), content };
}

function chosenFields(part: HandoverPart, fields: SharedField[], choice: SharingChoice) {
  const present = fields.filter(({ text }) => text.trim() !== "");
  if (part !== "facts") return choice.parts.includes(part) ? present : [];
  return present.filter(({ field }) => field !== undefined && choice.facts.includes(field));
}

/** Nothing but what a shared field is, whatever else the object carried. */
function plainField({ label, text, field, value }: SharedField): SharedField {
  return {
    label,
    text,
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
  };
}

/** The last day on which an answer is expected, as UTC milliseconds of its start: so many days after the day of `now`. */
export function answerDay(now: number, days: number): number {
  return startOfDay(dayNumber(now) + days);
}

/** Whole days until the answer is expected: zero on the last day, negative once it is late. */
export function daysToAnswer({ answerBy, now }: { answerBy: number; now: number }): number {
  return dayNumber(answerBy) - dayNumber(now);
}

/** Whether the receiver still reads what was shared: while it waits, and once it was taken on. */
export function isReadable(status: HandoverStatus): boolean {
  return status === "sent" || status === "accepted";
}

const textColumns = [
  "story",
  "citizenWish",
  "citizenFirstNeed",
  "urgencyNote",
  "pinch",
  "pinchSource",
  "lawPurpose",
  "ownAttempts",
  "organisationsInvolved",
  "contactPerson",
  "representativeRole",
  "representativeMandate",
] as const;
type TextColumn = (typeof textColumns)[number];

export type GivenFact = {
  factId: string;
  answer: FactAnswer;
  amount: number | null;
  /** As it was shared, in words. */
  note: string;
};

/** What a new case starts with when it is made from a handover. */
export type GivenCase = {
  title: string | null;
  texts: Partial<Record<TextColumn, string>>;
  urgencyKind: UrgencyKind | null;
  urgencyDate: number | null;
  pinchPlace: PinchPlace | null;
  lifeEvents: LifeEvent[];
  lawReferences: string[];
  facts: GivenFact[];
  specialHealth: boolean;
  specialCriminal: boolean;
};

/** The case that a receiver starts from what was shared; what has no field of its own is added to the story. */
export function givenCase(content: SharedContent): GivenCase {
  const fields = handoverParts.flatMap((part) => content[part] ?? []);
  const valueOf = (name: string) => fields.find(({ field }) => field === name)?.value;
  const texts = Object.fromEntries(
    textColumns.flatMap((column) => {
      const found = fields.find(({ field }) => field === column);
      return found ? [[column, found.text]] : [];
    }),
  ) as GivenCase["texts"];
  const story = [texts.story ?? "", ...fields.filter(isUnplaced).map(inStory)].filter(Boolean);
  const date = Number(valueOf("urgencyDate") ?? NaN);
  return {
    title: fields.find(({ field }) => field === "title")?.text ?? null,
    texts: { ...texts, ...(story.length > 0 ? { story: story.join("\n\n") } : {}) },
    urgencyKind: urgencyKinds.find((kind) => kind === valueOf("urgencyKind")) ?? null,
    urgencyDate: Number.isFinite(date) ? date : null,
    pinchPlace: pinchPlaces.find((place) => place === valueOf("pinchPlace")) ?? null,
    lifeEvents: lifeEvents.filter((event) => valueOf("lifeEvents")?.split(" ").includes(event)),
    lawReferences: fields.flatMap(({ field, text }) => (field === "lawReference" ? [text] : [])),
    facts: fields.flatMap(givenFact),
    specialHealth: content.special?.includes("health") ?? false,
    specialCriminal: content.special?.includes("criminal") ?? false,
  };
}

const placed = [
  "title",
  "urgencyKind",
  "urgencyDate",
  "pinchPlace",
  "lifeEvents",
  "lawReference",
] as const;

function isUnplaced({ field }: SharedField): boolean {
  const known: readonly string[] = [...placed, ...textColumns];
  return field === undefined || !(known.includes(field) || field.startsWith("fact."));
}

function inStory({ label, text }: SharedField): string {
  return `${label}: ${text}`;
}

function givenFact({ field, value, text }: SharedField): GivenFact[] {
  if (!field?.startsWith("fact.")) return [];
  const [given = "", amount = ""] = (value ?? "").split(" ");
  const answer = factAnswers.find((known) => known === given);
  if (!answer) return [];
  const much = /^-?\d+$/.test(amount) ? Number(amount) : null;
  return [{ factId: field.slice("fact.".length), answer, amount: much, note: text }];
}

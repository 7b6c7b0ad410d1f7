import type { DecisionKind } from "./decision.ts";
import { factsInLetters } from "./letter-facts.ts";
import { disagreeText } from "./letter-disagree.ts";
import { dutyTexts } from "./letter-duties.ts";
import { addressed, asSentence, askingWho, plainer, plainest } from "./plain-sentences.ts";
import { lastDayToObject } from "./proceeding.ts";
import type { TextPart } from "./readability.ts";

/** The letter in which the citizen reads what was decided. */
export type LetterContent = {
  salutation: string;
  /** What was decided. */
  outcome: string;
  /** Why, in three reasons. */
  reasons: string[];
  /** What the citizen must do now; one thing per item. */
  duties: string[];
  /** What to do when you disagree, and the last day on which that can be done. */
  disagree: string;
  disagreeUntil: number | null;
  /** Whom to call. */
  contact: string;
  closing: string;
};

/** A letter gives this many reasons, no more. */
export const reasonCount = 3;

export type LetterFacts = {
  kind: DecisionKind;
  /** It was taken on an objection, or corrects one that was: what comes next is the court. */
  afterObjection: boolean;
  organisation: string;
  /** Of the case, which the letter bears as its mark. */
  number: string;
  /** What was chosen, per claim; one without a claim when it holds for everything. */
  choices: { claim: string | null; title: string; description: string; level: number }[];
  /** Why, per perspective, in the order of the question set. */
  motivation: { perspective: string; name: string; text: string }[];
  /** Reasons that the group marked as carrying the choice. */
  carrying: { perspective: string; text: string }[];
  /** What the decision rests on, and what held it back: the key, and the label where a letter has no words for it. */
  factsFor: LetterFact[];
  factsAgainst: LetterFact[];
  conditions: { text: string }[];
  /** One of the costs of what was chosen is for the citizen. */
  citizenPays: boolean;
  /** Who knows the case. */
  contact: string;
  /** When it is made known, in UTC milliseconds: the term to object runs from then. */
  madeKnownAt: number;
};
export type LetterFact = { key: string; label: string };

/**
 * A first text of the letter about a decision, for somebody to go on with. Plainer than the decision by rules that
 * change nothing of what it says: everyday words, long sentences in two, and of the motivation the sentences that read
 * best. What it cannot know stands between square brackets.
 */
export function letterDraft(facts: LetterFacts): LetterContent {
  return {
    salutation: "Beste heer of mevrouw,",
    outcome: outcomeText(facts),
    reasons: reasonTexts(facts),
    duties: dutyTexts(facts),
    disagree: disagreeText(facts),
    disagreeUntil: lastDayToObject(facts.madeKnownAt),
    contact: `Bel of mail dan ${facts.contact}. Het nummer is [telefoonnummer]. Wij helpen u graag.`,
    closing: `Met vriendelijke groet,\n${facts.organisation}`,
  };
}

const openings: Readonly<Record<DecisionKind, string>> = {
  initial: "Wij hebben een besluit genomen over uw situatie.",
  correction: "Wij hebben ons besluit verbeterd. Dit besluit komt in de plaats van het vorige.",
  objection_review: "U was het niet eens met ons besluit. Daarom hebben wij opnieuw gekeken.",
  withdrawal: "Ons besluit van eerder geldt niet meer. Wij nemen het terug.",
};

function outcomeText({ kind, choices }: LetterFacts): string {
  if (kind === "withdrawal") return openings.withdrawal;
  const chosen = together(choices).map(({ claim, title, description }) => {
    const about = claim === null ? "" : `${claim}: `;
    const [first, ...rest] = [asSentence(title), ...plainer(description)].map(askingWho);
    return [`${about}${first}`, ...rest].join(" ");
  });
  if (chosen.length === 0) chosen.push("[Wat besluiten wij?]");
  return [`${openings[kind]} Dit besluiten wij:`, ...chosen].join("\n\n");
}

/** One choice for everything is told once, whatever it is about. */
function together(choices: LetterFacts["choices"]): LetterFacts["choices"] {
  const [first] = choices;
  const isSame = choices.every(
    ({ title, description }) => title === first?.title && description === first.description,
  );
  return first && isSame ? [{ ...first, claim: null }] : choices;
}

function reasonTexts(facts: LetterFacts): string[] {
  const situation = situationReason(facts);
  const others = facts.motivation.map((each) => motivationReason(facts, each)).filter(isWords);
  // What it costs us comes last: it is no reason for the one it is about.
  const ordered = [
    ...others.filter(({ perspective }) => perspective !== "financial"),
    ...others.filter(({ perspective }) => perspective === "financial"),
  ].map(({ text }) => text);
  const reasons = situation === "" ? ordered : [situation, ...ordered];
  // Awb 3:47: a decision that is made known says why.
  return reasons.length === 0 ? ["[Waarom besluiten wij dit?]"] : reasons.slice(0, reasonCount);
}

/** Circumstances that a letter names for and against, at most. */
const namedFacts = 3;

function situationReason({ factsFor, factsAgainst }: LetterFacts): string {
  const words = (list: LetterFact[]) =>
    list.slice(0, namedFacts).map(({ key, label }) => factsInLetters[key] ?? asSentence(label));
  const [pro, con] = [words(factsFor), words(factsAgainst)];
  const between = pro.length > 0 && con.length > 0 ? ["Dit telde ook mee."] : [];
  return [...pro, ...between, ...con].join(" ");
}

type Reason = { perspective: string; text: string };

function motivationReason(
  { carrying }: LetterFacts,
  { perspective, name, text }: LetterFacts["motivation"][number],
): Reason {
  const own = carrying
    .filter((each) => each.perspective === perspective)
    .map((each) => plainer(asSentence(each.text)));
  const chosen = plainest([plainer(text), ...own.map(addressed)], 2);
  if (
    chosen.length > 0 ||
    perspective === "financial" ||
    (text.trim() === "" && own.length === 0)
  ) {
    return { perspective, text: chosen.join(" ") };
  }
  return { perspective, text: `[Schrijf deze reden zelf: ${named(name)}]` };
}

/** As much of a name as can stand between brackets. */
function named(name: string): string {
  return name.replaceAll(/[[\]\n]/g, "").slice(0, 40);
}

function isWords({ text }: Reason): boolean {
  return text.trim() !== "";
}

export type LetterBlock =
  | { type: "heading"; text: string }
  | { type: "text"; text: string }
  | { type: "list"; items: string[]; ordered: boolean };

const months =
  "januari februari maart april mei juni juli augustus september oktober november december".split(
    " ",
  );

/** A day in Dutch words, such as 3 maart 2026, from UTC milliseconds by UTC day. */
export function letterDay(moment: number): string {
  const date = new Date(moment);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}

/** The last day in words, or nothing when the letter names none. */
export function untilText({ disagreeUntil }: Pick<LetterContent, "disagreeUntil">): string {
  return disagreeUntil === null
    ? ""
    : `Doe dit op tijd: het kan tot en met ${letterDay(disagreeUntil)}.`;
}

export const noDuties = "U hoeft nu niets te doen.";

/** What the letter is called, in every form of it. */
export const letterTitle = "Brief over ons besluit";

/** Stands above a letter in every form of it until it was sent. */
export const draftMark = "CONCEPT. Deze brief is nog niet verstuurd.";

/** What stands above the letter: from whom, on which day (UTC milliseconds) and about which case. */
export function letterHead(from: { organisation: string; day: number; number: string }): string[] {
  return [from.organisation, `Datum: ${letterDay(from.day)}`, `Kenmerk: ${from.number}`];
}

/** The letter part by part, as every form of it shows them: on screen, printed, as a document. */
export function letterBlocks(content: LetterContent): LetterBlock[] {
  const { salutation, outcome, reasons, duties, disagree, contact, closing } = content;
  return [
    ...texts(salutation),
    { type: "heading", text: "Ons besluit" },
    ...texts(outcome),
    { type: "heading", text: "Waarom besluiten wij dit?" },
    ...items(reasons, true),
    { type: "heading", text: "Wat moet u doen?" },
    ...(duties.length > 0 ? items(duties, false) : texts(noDuties)),
    { type: "heading", text: "Bent u het niet eens met dit besluit?" },
    ...texts(disagree),
    ...texts(untilText(content)),
    { type: "heading", text: "Hebt u vragen?" },
    ...texts(contact),
    ...texts(closing),
  ];
}

function texts(text: string): LetterBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => ({ type: "text", text: part }));
}

function items(list: string[], ordered: boolean): LetterBlock[] {
  return list.length === 0 ? [] : [{ type: "list", items: list, ordered }];
}

/** What counts for how the letter reads: everything but greetings, each part under the name of its field. */
export function letterTextParts(content: LetterContent): TextPart[] {
  const { outcome, reasons, duties, disagree, contact } = content;
  return [
    { part: "outcome", text: outcome },
    ...reasons.map((text, place) => ({ part: `reasons.${place}`, text })),
    ...(duties.length > 0 ? [{ part: "duties", text: duties.join("\n") }] : []),
    { part: "disagree", text: [disagree, untilText(content)].join("\n") },
    { part: "contact", text: contact },
  ];
}

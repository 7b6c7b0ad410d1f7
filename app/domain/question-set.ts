import { DomainError } from "./domain-error.ts";
import type { LocalText } from "./local-text.ts";

export type GateTemplate = {
  key: string;
  question: LocalText;
  meaning: LocalText;
  source: string;
};

export type CriterionTemplate = {
  key: string;
  question: LocalText;
  meaning: LocalText;
  source: string;
  weight: number;
  mayNotApply: boolean;
  /** Five texts, for scale points 1 to 5. */
  anchors: LocalText[];
};

export type PerspectiveTemplate = {
  key: string;
  name: LocalText;
  leadingQuestion: LocalText;
  weight: number;
  passMark: number;
  gates: GateTemplate[];
  criteria: CriterionTemplate[];
};

export type CaseQuestion = { key: string; question: LocalText; meaning: LocalText };

export type QuestionSetContent = {
  name: LocalText;
  description: LocalText;
  /** Five texts, for scale points 1 to 5. */
  scale: LocalText[];
  /** Outcome levels, ordered from strict application to full relief. */
  levels: LocalText[];
  margin: number;
  perspectives: PerspectiveTemplate[];
  caseQuestions: CaseQuestion[];
};

export const scalePoints = [1, 2, 3, 4, 5] as const;
export type ScalePoint = (typeof scalePoints)[number];

export const defaultMargin = 0.3;
export const weightTolerance = 1e-9;

export const defaultLevels: LocalText[] = [
  { nl: "Strikte toepassing", en: "Strict application" },
  { nl: "Uitstel of matiging", en: "Postponed or moderated" },
  { nl: "Gedeeltelijke tegemoetkoming", en: "Partial relief" },
  { nl: "Volledige tegemoetkoming", en: "Full relief" },
];

/**
 * Refuses a question set that cannot be scored: 2 to 6 perspectives, at least one criterion each, keys unique over
 * the whole set, five anchors per criterion, pass marks 1 to 5, weights of the perspectives and of the criteria in
 * each perspective non-negative and summing to 1 (within 1e-9).
 *
 * @throws DomainError `perspectives`, `criteria`, `keys`, `weights`, `pass_mark`, `anchors`, `scale`, `levels`,
 * `margin` or `texts` (a Dutch name, question, scale word or level left blank).
 */
export function assertQuestionSet(content: QuestionSetContent): void {
  const { perspectives } = content;
  if (perspectives.length < 2 || perspectives.length > 6) {
    throw new DomainError("perspectives", { count: perspectives.length, low: 2, high: 6 });
  }
  if (content.scale.length !== 5) throw new DomainError("scale", { count: content.scale.length });
  if (content.levels.length < 2) throw new DomainError("levels", { count: content.levels.length });
  if (!(content.margin >= 0 && content.margin <= 4)) {
    throw new DomainError("margin", { margin: content.margin });
  }
  assertWeights(perspectives.map(weightOf), { of: "perspectives" });
  for (const perspective of perspectives) assertPerspective(perspective);
  assertUniqueKeys(content);
  assertTexts(content);
}

/** The weights as given, refused with DomainError `weights` unless non-negative and summing to 1 within 1e-9. */
export function assertWeights(weights: number[], details: Record<string, unknown> = {}): void {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.some((weight) => !(weight >= 0)) || !(Math.abs(sum - 1) <= weightTolerance)) {
    throw new DomainError("weights", { ...details, sum });
  }
}

function weightOf(weighted: { weight: number }): number {
  return weighted.weight;
}

function assertPerspective(perspective: PerspectiveTemplate): void {
  const { key, passMark, criteria } = perspective;
  if (!(passMark >= 1 && passMark <= 5)) throw new DomainError("pass_mark", { key, passMark });
  if (criteria.length === 0) throw new DomainError("criteria", { key });
  assertWeights(criteria.map(weightOf), { of: key });
  for (const criterion of criteria) {
    if (criterion.anchors.length !== 5) throw new DomainError("anchors", { key: criterion.key });
  }
}

function assertUniqueKeys(content: QuestionSetContent): void {
  const keys = [
    ...content.caseQuestions.map(keyOf),
    ...content.perspectives.flatMap((perspective) => [
      perspective.key,
      ...perspective.gates.map(keyOf),
      ...perspective.criteria.map(keyOf),
    ]),
  ];
  const seen = new Set<string>();
  for (const key of keys) {
    if (key.trim() === "" || seen.has(key)) throw new DomainError("keys", { key });
    seen.add(key);
  }
}

function keyOf(keyed: { key: string }): string {
  return keyed.key;
}

function assertTexts(content: QuestionSetContent): void {
  const asked = [
    ...content.caseQuestions,
    ...content.perspectives.flatMap(({ gates, criteria }) => [...gates, ...criteria]),
  ];
  const texts = [
    { key: "name", text: content.name },
    ...content.scale.map((text) => ({ key: "scale", text })),
    ...content.levels.map((text) => ({ key: "levels", text })),
    ...content.perspectives.map(({ key, name }) => ({ key, text: name })),
    ...asked.map(({ key, question }) => ({ key, text: question })),
  ];
  // Only Dutch must be there: an organisation that edits its own copy need not write English.
  for (const { key, text } of texts) {
    if (text.nl.trim() === "") throw new DomainError("texts", { key });
  }
}

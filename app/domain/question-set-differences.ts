import { languages, type Language, type LocalText } from "./local-text.ts";
import type {
  CaseQuestion,
  CriterionTemplate,
  GateTemplate,
  PerspectiveTemplate,
  QuestionSetContent,
} from "./question-set.ts";

export type DifferenceSubject =
  "set" | "scale" | "level" | "perspective" | "gate" | "criterion" | "caseQuestion";

/** What stands in a field: a text in one language, a number, or yes and no. */
type FieldChange = {
  field: string;
  before: string | number | boolean;
  after: FieldChange["before"];
};

/** One thing that is not the same in two versions of a question set. */
export type QuestionSetDifference = {
  of: DifferenceSubject;
  /** Key of the perspective or question; the number of a scale point or level; "" for the set itself. */
  key: string;
  /** The perspective a gate or criterion is in. */
  perspective: LocalText | null;
  /** Its name or question, as it is after the change where it is still there. */
  title: LocalText;
} & (
  | { kind: "added" | "removed" | "order" }
  | ({ kind: "changed"; language: Language | null } & FieldChange)
);

type Place = Pick<QuestionSetDifference, "of" | "key" | "perspective" | "title">;
type Fields = Record<string, LocalText | string | number | boolean>;

/** Weights are typed as percentages with four decimals: closer than this they are the same. */
const weightSlack = 2e-6;

/**
 * What somebody who knows `before` should know about `after`, in the order of `after`. Perspectives, gates, criteria
 * and questions about the case are the same when their keys are; scale points and levels when their places are. Weights
 * (shares of 1) that differ less than 0.0002 percentage point are the same. Empty when nothing differs. Never throws.
 */
export function questionSetDifferences(
  before: QuestionSetContent,
  after: QuestionSetContent,
): QuestionSetDifference[] {
  const set: Place = { of: "set", key: "", perspective: null, title: after.name };
  const { name, description, margin } = after;
  return [
    ...fieldDifferences(set, before, { name, description, margin }),
    ...textsByPlace("scale", before.scale, after.scale),
    ...textsByPlace("level", before.levels, after.levels),
    ...rowDifferences(before.perspectives, after.perspectives, {
      place: (row) => placeOf("perspective", row.key, { title: row.name }),
      compare: perspectiveDifferences,
    }),
    ...rowDifferences(before.caseQuestions, after.caseQuestions, {
      place: (row) => placeOf("caseQuestion", row.key, { title: row.question }),
      compare: (one, other) => {
        const { question, meaning } = other;
        const place = placeOf("caseQuestion", other.key, { title: question });
        return fieldDifferences(place, one, { question, meaning } satisfies Partial<CaseQuestion>);
      },
    }),
  ];
}

function perspectiveDifferences(before: PerspectiveTemplate, after: PerspectiveTemplate) {
  const { key, name, leadingQuestion, weight, passMark } = after;
  const inside = (of: "gate" | "criterion") => ({
    place: (row: GateTemplate) => placeOf(of, row.key, { title: row.question, perspective: name }),
  });
  const fields = { name, leadingQuestion, weight, passMark };
  return [
    ...fieldDifferences(placeOf("perspective", key, { title: name }), before, fields),
    ...rowDifferences(before.gates, after.gates, {
      ...inside("gate"),
      compare: (one, other) =>
        fieldDifferences(inside("gate").place(other), one, questionFields(other)),
    }),
    ...rowDifferences(before.criteria, after.criteria, {
      ...inside("criterion"),
      compare: (one, other) => criterionDifferences(inside("criterion").place(other), one, other),
    }),
  ];
}

function criterionDifferences(place: Place, before: CriterionTemplate, after: CriterionTemplate) {
  const { weight, mayNotApply } = after;
  return [
    ...fieldDifferences(place, before, { ...questionFields(after), weight, mayNotApply }),
    ...fieldDifferences(place, numbered(before.anchors), numbered(after.anchors)),
  ];
}

function questionFields({ question, meaning, source }: GateTemplate): Fields {
  return { question, meaning, source };
}

/** `anchor1` for scale point 1. */
function numbered(anchors: LocalText[]): Fields {
  return Object.fromEntries(anchors.map((text, place) => [`anchor${place + 1}`, text]));
}

type Rows<T> = {
  place: (row: T) => Place;
  compare: (before: T, after: T) => QuestionSetDifference[];
};

/** Rows that are new, gone, changed, or in another order among those that stayed. */
function rowDifferences<T extends { key: string }>(
  before: T[],
  after: T[],
  { place, compare }: Rows<T>,
): QuestionSetDifference[] {
  const earlier = new Map(before.map((row) => [row.key, row]));
  const later = new Map(after.map((row) => [row.key, row]));
  const stayed = before.filter(({ key }) => later.has(key)).map(({ key }) => key);
  const now = after.filter(({ key }) => earlier.has(key)).map(({ key }) => key);
  const [first] = after;
  const isMoved = stayed.some((key, at) => now[at] !== key);
  return [
    ...before
      .filter(({ key }) => !later.has(key))
      .map((row) => ({ ...place(row), kind: "removed" as const })),
    ...(isMoved && first ? [{ ...place(first), kind: "order" as const }] : []),
    ...after.flatMap((row): QuestionSetDifference[] => {
      const old = earlier.get(row.key);
      return old ? compare(old, row) : [{ ...place(row), kind: "added" }];
    }),
  ];
}

function textsByPlace(of: "scale" | "level", before: LocalText[], after: LocalText[]) {
  const first = of === "scale" ? 1 : 0;
  const longest = Math.max(before.length, after.length);
  return Array.from({ length: longest }, (_, at): QuestionSetDifference[] => {
    const [old, now] = [before[at], after[at]];
    const place = placeOf(of, String(at + first), { title: now ?? old ?? { nl: "", en: "" } });
    if (old && now) return fieldDifferences(place, { text: old }, { text: now });
    return [{ ...place, kind: now ? "added" : "removed" }];
  }).flat();
}

function placeOf(
  of: DifferenceSubject,
  key: string,
  { title, perspective = null }: { title: LocalText; perspective?: LocalText | null },
): Place {
  return { of, key, perspective, title };
}

function fieldDifferences<F extends Fields>(place: Place, before: NoInfer<F>, after: F) {
  return Object.entries(after).flatMap(([field, now]): QuestionSetDifference[] => {
    const old = before[field];
    const changed = { ...place, kind: "changed" as const, field };
    if (typeof now !== "object") {
      if (old === undefined || typeof old === "object" || isSame(old, now)) return [];
      return [{ ...changed, language: null, before: old, after: now }];
    }
    const text = typeof old === "object" ? old : { nl: "", en: "" };
    return languages
      .filter((language) => text[language] !== now[language])
      .map((language) => ({ ...changed, language, before: text[language], after: now[language] }));
  });
}

function isSame(before: FieldChange["before"], after: FieldChange["before"]): boolean {
  if (typeof before !== "number" || typeof after !== "number") return before === after;
  return Math.abs(before - after) < weightSlack;
}

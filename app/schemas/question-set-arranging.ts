import { percent } from "./question-set-fields.ts";
import { most } from "./question-set-limits.ts";
import type {
  CriterionForm,
  GateForm,
  PerspectiveForm,
  QuestionSetForm,
} from "./question-set-form.ts";

const inPerspectives =
  /^(add|remove|up|down|equal):perspectives(?:\.(\d)(?:\.(gates|criteria)(?:\.(\d{1,2}))?)?)?$/;
const beside = /^(add|remove|up|down):(levels|caseQuestions)(?:\.(\d{1,2}))?$/;

type Verb = "add" | "remove" | "up" | "down" | "equal";

/**
 * The form after a button that adds, removes or moves a row, or shares weights equally:
 * `add:perspectives.0.criteria`, `up:perspectives.2`. Anything else leaves it as it is.
 */
export function arranged(form: QuestionSetForm, asked: string): QuestionSetForm {
  const [, besideVerb, besideList, besideRow] = beside.exec(asked) ?? [];
  if (besideList !== undefined) {
    return arrangedBeside(form, besideList, { act: besideVerb as Verb, row: numberOf(besideRow) });
  }
  const [, verb, place, list, row] = inPerspectives.exec(asked) ?? [];
  if (verb === undefined) return form;
  const act = verb as Verb;
  const index = numberOf(place);
  if (index === undefined || list === undefined) {
    return { ...form, perspectives: arrangedPerspectives(form, act, index) };
  }
  const perspectives = form.perspectives.map((perspective, at) => {
    if (at !== index) return perspective;
    const inner = { act, row: numberOf(row), taken: keysOf(form) };
    return list === "gates"
      ? { ...perspective, gates: arrangedGates(perspective, inner) }
      : { ...perspective, criteria: arrangedCriteria(perspective, inner) };
  });
  return { ...form, perspectives };
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** The perspective whose inside a button arranged: it stays open. */
export function arrangedInside(asked: string): number | undefined {
  const [, , place, list] = inPerspectives.exec(asked) ?? [];
  return list === undefined ? undefined : numberOf(place);
}

type RowAct = { act: Verb; row: number | undefined };

function arrangedBeside(form: QuestionSetForm, list: string, { act, row }: RowAct) {
  const { levels, caseQuestions } = form;
  if (list === "levels") {
    if (act !== "add") return { ...form, levels: moved(levels, act, row) };
    if (levels.length >= most.levels) return form;
    return { ...form, levels: [...levels, { nl: "", en: "" }] };
  }
  if (act !== "add") return { ...form, caseQuestions: moved(caseQuestions, act, row) };
  if (caseQuestions.length >= most.caseQuestions) return form;
  const { key, question, meaning } = newGate(nextKey("C", keysOf(form)));
  return { ...form, caseQuestions: [...caseQuestions, { key, question, meaning }] };
}

function arrangedPerspectives(form: QuestionSetForm, act: Verb, place: number | undefined) {
  const { perspectives } = form;
  if (act === "equal") return sharedEqually(perspectives);
  if (act !== "add") return stillEqual(perspectives, moved(perspectives, act, place));
  if (perspectives.length >= most.perspectives) return perspectives;
  return stillEqual(perspectives, [...perspectives, newPerspective(keysOf(form))]);
}

type InnerAct = RowAct & { taken: Set<string> };

function arrangedGates(perspective: PerspectiveForm, { act, row, taken }: InnerAct): GateForm[] {
  const { gates } = perspective;
  if (act !== "add") return moved(gates, act, row);
  if (gates.length >= most.gates) return gates;
  return [...gates, newGate(nextKey(`${prefixOf(perspective).replace(/-$/, "")}-G`, taken))];
}

function arrangedCriteria(
  perspective: PerspectiveForm,
  { act, row, taken }: InnerAct,
): CriterionForm[] {
  const { criteria } = perspective;
  if (act === "equal") return sharedEqually(criteria);
  if (act !== "add") return stillEqual(criteria, moved(criteria, act, row));
  if (criteria.length >= most.criteria) return criteria;
  return stillEqual(criteria, [...criteria, newCriterion(nextKey(prefixOf(perspective), taken))]);
}

function moved<T>(rows: T[], act: Verb, place: number | undefined): T[] {
  if (place === undefined || place >= rows.length) return rows;
  const rest = rows.filter((_, at) => at !== place);
  if (act === "remove") return rest;
  const target = act === "up" ? place - 1 : place + 1;
  const row = rows[place];
  if (row === undefined || target < 0 || target >= rows.length) return rows;
  return rest.toSpliced(target, 0, row);
}

function sharedEqually<T extends { weight: string }>(rows: T[]): T[] {
  return rows.map((row) => ({ ...row, weight: percent(1 / rows.length) }));
}

/** Where all weights were the same, they stay so when a row comes or goes. */
function stillEqual<T extends { weight: string }>(before: T[], after: T[]): T[] {
  const [first] = before;
  const wereEqual = before.every(({ weight }) => weight === first?.weight);
  return wereEqual && before.length !== after.length ? sharedEqually(after) : after;
}

function newPerspective(taken: Set<string>): PerspectiveForm {
  const key = nextKey("P", taken);
  return {
    key,
    name: { nl: "", en: "" },
    leadingQuestion: { nl: "", en: "" },
    weight: "0",
    passMark: "3",
    gates: [],
    criteria: [{ ...newCriterion(`${key}-1`), weight: "100" }],
  };
}

function newGate(key: string): GateForm {
  return { key, question: { nl: "", en: "" }, meaning: { nl: "", en: "" }, source: "" };
}

function newCriterion(key: string): CriterionForm {
  const anchors = [1, 2, 3, 4, 5].map(() => ({ nl: "", en: "" }));
  return { ...newGate(key), weight: "0", mayNotApply: "", anchors };
}

/** J for J1 to J7: new rows go on in the same series. */
function prefixOf({ key, criteria }: PerspectiveForm): string {
  const [, prefix] = /^(.*?)\d+$/.exec(criteria[0]?.key ?? "") ?? [];
  return prefix || `${key}-`;
}

/** One past the highest number in use, so that a key in the middle is not given a second meaning. */
function nextKey(prefix: string, taken: Set<string>): string {
  const numbers = [...taken]
    .filter((key) => key.startsWith(prefix) && /^\d{1,6}$/.test(key.slice(prefix.length)))
    .map((key) => Number(key.slice(prefix.length)));
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

function keysOf({ perspectives, caseQuestions }: QuestionSetForm): Set<string> {
  return new Set([
    ...caseQuestions.map(({ key }) => key),
    ...perspectives.flatMap(({ key, gates, criteria }) => [
      key,
      ...gates.map((gate) => gate.key),
      ...criteria.map((criterion) => criterion.key),
    ]),
  ]);
}

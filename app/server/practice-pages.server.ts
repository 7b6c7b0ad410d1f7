import { textIn, type Language } from "#app/domain/local-text.ts";
import {
  practiceCase,
  practiceFacts,
  practiceOptions,
} from "#app/domain/practice/practice-case.ts";
import type { PracticePage } from "#app/domain/practice/practice-pages.ts";
import {
  practicePerspective,
  practiceQuestions,
  practiceSteps,
} from "#app/domain/practice/practice-questions.ts";
import { lacksReason, ownCells, type OwnCell } from "#app/domain/practice/practice-run.ts";
import { readPreferences } from "#app/i18n/preferences.ts";
import type {
  PracticeCaseFile,
  PracticeCasePage,
  PracticePlace,
  PracticeScoring,
  PracticeStart,
} from "#app/schemas/practice-view.ts";
import type { Choice } from "#app/schemas/rating-choices.ts";
import type { SheetStep, StepState } from "#app/schemas/scoring-sheet.ts";
import { checkStep } from "./practice-scoring.server.ts";
import { findRun, getRunAt, type PracticeRun, type Practising } from "./practice.server.ts";

/** The language of the page: the texts of the example are data, and come in one language. */
export function practiceLanguage({ headers }: Request): Language {
  return readPreferences(headers.get("Cookie"), headers.get("Accept-Language")).language;
}

export function placeOf(run: PracticeRun, page: PracticePage): PracticePlace {
  return { page, furthest: run.page };
}

/** The welcome: what to choose from, and what was begun before. */
export async function getPracticeStart(access: Practising): Promise<PracticeStart> {
  const run = await findRun(access);
  return {
    perspectives: practiceQuestions.perspectives.map(({ key, name, leadingQuestion }) => ({
      ...{ key, name, leadingQuestion },
    })),
    run: run
      ? { perspective: practicePerspective(run.perspective).name, furthest: run.page }
      : null,
  };
}

/** Who reads, and in which language. */
export type PracticeAsked = { access: Practising; language: Language };

export async function getPracticeCase({
  access,
  language,
}: PracticeAsked): Promise<PracticeCasePage> {
  const run = await getRunAt(access, "case");
  return { place: placeOf(run, "case"), ...practiceFile(language) };
}

export function practiceFile(language: Language): PracticeCaseFile {
  const inLanguage = Object.fromEntries(
    Object.entries(practiceCase).map(([key, text]) => [key, textIn(text, language)]),
  ) as Record<keyof typeof practiceCase, string>;
  return {
    file: {
      ...inLanguage,
      ...{ number: "", pinchSource: "", citizenFirstNeed: "" },
      facts: practiceFacts.map((fact) => ({ ...fact, note: "", source: "" })),
    },
    options: practiceOptions.map(({ id, title, description, level }, position) => ({
      ...{ id, position, level },
      title: textIn(title, language),
      description: textIn(description, language),
    })),
    levels: practiceQuestions.levels,
  };
}

/** One question of the own perspective, or the check at the end. Nothing of anybody else. */
export async function getPracticeScoring(
  { access, language }: PracticeAsked,
  asked: string | null,
): Promise<PracticeScoring> {
  const run = await getRunAt(access, "score");
  const { name, leadingQuestion } = practicePerspective(run.perspective);
  const steps = practiceSteps(run.perspective);
  const cells = ownCells(run.perspective, run.answers);
  const stateOf = (key: string) => stepState(cells.filter((cell) => cell.key === key));
  const open = steps.find(({ key }) => stateOf(key) !== "done");
  const isOver = run.page !== "score" || asked === checkStep;
  const shown = isOver ? undefined : (steps.find(({ key }) => key === asked) ?? open);
  return {
    ...{ place: placeOf(run, "score"), ...practiceFile(language) },
    perspective: { name, leadingQuestion },
    scale: practiceQuestions.scale,
    steps: steps.map(({ key, question }) => ({ key, question, state: stateOf(key) })),
    step: shown ? asStep(shown, cells, language) : null,
    check: {
      unanswered: cells.filter(({ choice }) => choice === "").length,
      withoutReason: cells.filter((cell) => isWithoutReason(cell)).length,
      rows: steps.map(({ key, question }) => ({ key, question, cells: rowCells(cells, key) })),
    },
  };
}

function isWithoutReason(cell: OwnCell): boolean {
  return cell.choice !== "" && lacksReason(cell);
}

function stepState(cells: OwnCell[]): StepState {
  const given = cells.filter(({ choice }) => choice !== "");
  if (given.some((cell) => lacksReason(cell))) return "reason";
  if (given.length === 0) return "todo";
  return given.length < cells.length ? "busy" : "done";
}

type Step = ReturnType<typeof practiceSteps>[number];

function asStep(step: Step, cells: OwnCell[], language: Language): SheetStep {
  const { key, kind, question, meaning, source, mayNotApply, anchors } = step;
  const own = cells.filter((cell) => cell.key === key);
  return {
    ...{ key, kind, question, meaning, source, mayNotApply, anchors },
    cells: practiceOptions.map(({ id, title }, position) => ({
      ...{ optionId: id, position, title: textIn(title, language) },
      choice: (own[position]?.choice ?? "") as Choice | "",
      reason: own[position]?.reason ?? "",
    })),
  };
}

function rowCells(cells: OwnCell[], key: string) {
  return cells
    .filter((cell) => cell.key === key)
    .map((cell) => ({
      optionId: practiceOptions[cell.option]?.id ?? "",
      choice: cell.choice === "" ? null : (cell.choice as Choice),
      reason: cell.reason,
      reasonMissing: isWithoutReason(cell),
    }));
}

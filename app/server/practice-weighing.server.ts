import type { WeighingSnapshot } from "#db";
import { discussionAgenda } from "#app/domain/discussion.ts";
import { textIn, type Language, type LocalText } from "#app/domain/local-text.ts";
import { practiceOptions } from "#app/domain/practice/practice-case.ts";
import { practicePanels } from "#app/domain/practice/practice-panel.ts";
import { practicePerspectives } from "#app/domain/practice/practice-pages.ts";
import { practicePerspective, practiceQuestions } from "#app/domain/practice/practice-questions.ts";
import {
  answerKey,
  ownTableChoice,
  practiceInput,
  practisingAssessor,
  secondReasonKey,
} from "#app/domain/practice/practice-run.ts";
import { weighing } from "#app/domain/weighing.ts";
import type { PracticeMove } from "#app/schemas/practice-view.ts";
import type { RobustnessView } from "#app/schemas/robustness-view.ts";
import type { DiscussionView, ReasonView, WeighingView, Who } from "#app/schemas/weighing-view.ts";
import type { PracticeRun } from "./practice.server.ts";
import { robustnessView } from "./robustness.server.ts";
import { callersOf, weighingView } from "./weighings-view.server.ts";

export type PracticeReader = { run: PracticeRun; name: string; language: Language };

/** The example weighed with the own judgements, in the shape of a real weighing that was kept. */
export function practiceSnapshot(reader: PracticeReader, round: 1 | 2): WeighingSnapshot {
  const { run, name, language } = reader;
  const input = practiceInput(run, round);
  const others = practicePerspectives.flatMap((perspective) =>
    practicePanels[perspective].assessors.map((one) => ({
      id: one.id,
      name: one.name,
      perspective,
    })),
  );
  return {
    input,
    result: weighing(input),
    questionSet: { id: "", key: "oefenen", number: 1, content: practiceQuestions },
    options: practiceOptions.map(({ id, title, level }, position) => ({
      ...{ id, position, level },
      title: textIn(title, language),
    })),
    people: [...others, { id: practisingAssessor, name, perspective: run.perspective }],
  };
}

export function practiceView(reader: PracticeReader, round: 1 | 2): WeighingView {
  const snapshot = practiceSnapshot(reader, round);
  return weighingView(snapshot, callersOf(snapshot, true));
}

/** How firm the first place is after round 2. */
export function practiceRobustness(reader: PracticeReader): RobustnessView {
  const snapshot = practiceSnapshot(reader, 2);
  return robustnessView(snapshot, callersOf(snapshot, true));
}

/** The cell on the table as round 1 left it, with the reasons at both ends. */
export function practiceTable(reader: PracticeReader): DiscussionView {
  const { run } = reader;
  const view = practiceView(reader, 1);
  const { criterion, option: place } = practicePanels[run.perspective].table;
  const perspective = practicePerspective(run.perspective);
  const option = view.options[place];
  const cell = option?.perspectives
    .find(({ key }) => key === run.perspective)
    ?.criteria.find(({ key }) => key === criterion);
  const question = perspective.criteria.find(({ key }) => key === criterion)?.question;
  if (!option || !cell || !question) throw new Error(`The example has no cell ${criterion}`);
  return {
    ...{ criterion, question, perspective: perspective.name },
    ...{ optionId: option.id, optionTitle: option.title },
    ...{ median: cell.median, word: cell.word, values: cell.values },
    reasons: reasonsOf(reader),
    ...{ kind: "criterion" as const, answers: [], outcome: null, byHand: null, tabled: true },
    flagged: true,
    discussed: null,
  };
}

/** The reasons of round 1 at the cell on the table. */
function reasonsOf(reader: PracticeReader): ReasonView[] {
  const { run, language } = reader;
  const { table, assessors } = practicePanels[run.perspective];
  const given = assessors.flatMap(({ id, criteria }) => {
    const cell = criteria[table.criterion]?.[table.option];
    return cell?.why ? [{ id, choice: String(cell.choice), text: textIn(cell.why, language) }] : [];
  });
  const own = run.answers[answerKey("reason", table.criterion, table.option)] ?? "";
  const choice = ownTableChoice(run, 1);
  const all = own === "" ? given : [...given, { id: practisingAssessor, choice, text: own }];
  const who = callerOf(reader);
  return all.map(({ id, choice: chosen, text }) => ({
    ...{ ratingId: id, who: who(id), choice: chosen, text, carrying: false },
  }));
}

/** How many other cells lie as far apart: in a real session they come on the table too. */
export function otherDifferences(reader: PracticeReader): number {
  const { run } = reader;
  const { input, result } = practiceSnapshot(reader, 1);
  const { criterion, option } = practicePanels[run.perspective].table;
  const optionId = practiceOptions[option]?.id;
  return discussionAgenda(result, input.perspectives).filter(
    (cell) => cell.flagged && !(cell.criterion === criterion && cell.option === optionId),
  ).length;
}

/** What everyone on the panel said in both rounds about the cell on the table. */
export function practiceMoves(reader: PracticeReader): PracticeMove[] {
  const { run, language } = reader;
  const { table, assessors } = practicePanels[run.perspective];
  const who = callerOf(reader);
  const given = assessors.map(({ id, criteria, second }) => ({
    who: who(id),
    own: false,
    before: String(criteria[table.criterion]?.[table.option].choice ?? ""),
    after: String(second.choice),
    why: textIn(second.why, language),
  }));
  const own = {
    who: who(practisingAssessor),
    own: true,
    before: ownTableChoice(run, 1),
    after: ownTableChoice(run, 2),
    why: run.answers[secondReasonKey] ?? "",
  };
  return [...given, own];
}

function callerOf(reader: PracticeReader): (id: string) => Who {
  return callersOf(practiceSnapshot(reader, 1), true);
}

/** The criterion on the table in words. */
export function tableQuestion({ perspective }: PracticeRun): LocalText {
  const { table } = practicePanels[perspective];
  const { criteria, name } = practicePerspective(perspective);
  return criteria.find(({ key }) => key === table.criterion)?.question ?? name;
}

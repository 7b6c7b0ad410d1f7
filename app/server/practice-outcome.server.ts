import { practicePanels } from "#app/domain/practice/practice-panel.ts";
import type { PracticePage } from "#app/domain/practice/practice-pages.ts";
import { practiceQuestions } from "#app/domain/practice/practice-questions.ts";
import {
  answerKey,
  asScore,
  decisionOptionKey,
  motivationKey,
  ownTableChoice,
  secondChoiceKey,
  secondReasonKey,
} from "#app/domain/practice/practice-run.ts";
import { DomainError } from "#app/domain/domain-error.ts";
import type { PracticeDecideInput, PracticeSecondInput } from "#app/schemas/practice.ts";
import type {
  PracticeDecision,
  PracticeDiscussion,
  PracticeFinish,
  PracticeReveal,
  PracticeSecondRound,
  PracticeWeighing,
} from "#app/schemas/practice-view.ts";
import { placeOf, practiceFile, type PracticeAsked } from "./practice-pages.server.ts";
import {
  otherDifferences,
  practiceMoves,
  practiceRobustness,
  practiceTable,
  practiceView,
  tableQuestion,
  type PracticeReader,
} from "./practice-weighing.server.ts";
import { getRunAt, moveOn, type Practising } from "./practice.server.ts";

/** Everything below is read from a page after the reveal: only who came that far gets it. */
async function readerAt(
  { access, language }: PracticeAsked,
  page: PracticePage,
): Promise<PracticeReader> {
  const run = await getRunAt(access, page);
  return { run, name: access.person.name, language };
}

export async function getPracticeReveal(asked: PracticeAsked): Promise<PracticeReveal> {
  const reader = await readerAt(asked, "reveal");
  return { place: placeOf(reader.run, "reveal"), view: practiceView(reader, 1) };
}

export async function getPracticeDiscussion(asked: PracticeAsked): Promise<PracticeDiscussion> {
  const reader = await readerAt(asked, "discuss");
  return {
    place: placeOf(reader.run, "discuss"),
    cell: practiceTable(reader),
    others: otherDifferences(reader),
  };
}

export async function getPracticeSecondRound(asked: PracticeAsked): Promise<PracticeSecondRound> {
  const reader = await readerAt(asked, "second_round");
  const { run } = reader;
  const cell = practiceTable(reader);
  const choice = run.answers[secondChoiceKey];
  const { criterion, option } = practicePanels[run.perspective].table;
  return {
    place: placeOf(run, "second_round"),
    cell,
    scale: practiceQuestions.scale,
    own: {
      choice: ownTableChoice(run, 1),
      reason: run.answers[answerKey("reason", criterion, option)] ?? "",
    },
    second: choice ? { choice, reason: run.answers[secondReasonKey] ?? "" } : null,
  };
}

/** Stays with the judgement of round 1, or changes it and says why. */
export async function handlePracticeSecond(
  access: Practising,
  input: PracticeSecondInput,
): Promise<string> {
  const run = await getRunAt(access, "second_round");
  const stays = input.intent === "stay";
  const choice = stays ? "stay" : input.choice;
  if (asScore(choice) !== null && choice === ownTableChoice(run, 1)) {
    throw new DomainError("practice_same_judgement", { field: "choice" });
  }
  return moveOn(access, "second_round", {
    [secondChoiceKey]: choice,
    [secondReasonKey]: stays ? "" : input.reason,
  });
}

export async function getPracticeWeighing(asked: PracticeAsked): Promise<PracticeWeighing> {
  const reader = await readerAt(asked, "weigh");
  const { run } = reader;
  const view = practiceView(reader, 2);
  return {
    place: placeOf(run, "weigh"),
    view,
    robustness: practiceRobustness(reader),
    moves: practiceMoves(reader),
    table: {
      question: tableQuestion(run),
      optionTitle: view.options[practicePanels[run.perspective].table.option]?.title ?? "",
    },
  };
}

export async function getPracticeDecision(asked: PracticeAsked): Promise<PracticeDecision> {
  const reader = await readerAt(asked, "decide");
  const { answers, page } = reader.run;
  const { options, levels } = practiceFile(asked.language);
  return {
    place: placeOf(reader.run, "decide"),
    view: practiceView(reader, 2),
    options,
    levels,
    own:
      page === "finished"
        ? { option: answers[decisionOptionKey] ?? "", reason: answers[motivationKey] ?? "" }
        : null,
  };
}

export async function handlePracticeDecision(
  access: Practising,
  { option, reason }: PracticeDecideInput,
): Promise<string> {
  return moveOn(access, "decide", { [decisionOptionKey]: option, [motivationKey]: reason });
}

export async function getPracticeFinish(asked: PracticeAsked): Promise<PracticeFinish> {
  const reader = await readerAt(asked, "finished");
  const { answers } = reader.run;
  const view = practiceView(reader, 2);
  const position = Number(answers[decisionOptionKey] ?? 0);
  const chosen = view.options[position];
  return {
    place: placeOf(reader.run, "finished"),
    chosen: { position, title: chosen?.title ?? "" },
    reason: answers[motivationKey] ?? "",
    verdict: !chosen?.passes ? "fails" : chosen.proposed ? "proposed" : "departs",
    proposed: view.options.filter(({ proposed }) => proposed).map(({ title }) => title),
  };
}

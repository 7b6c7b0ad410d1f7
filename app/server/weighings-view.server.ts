import type { WeighingSnapshot } from "#db";
import { defaultMargin, type PerspectiveTemplate } from "#app/domain/question-set.ts";
import { tieTolerance } from "#app/domain/tiers.ts";
import type { WeighedPerspective } from "#app/domain/weighing.ts";
import type {
  OptionOutcome,
  PerspectiveOutcome,
  WeighedPerspectiveView,
  WeighingView,
  Who,
} from "#app/schemas/weighing-view.ts";

/** How a reader may call the people of a weighing: by name inside the session, outside by seat. */
export type Callers = (personId: string) => Who;

/** `others` sit on the panel now and were not weighed: they have the seats after the rest. */
export function callersOf(
  snapshot: WeighingSnapshot,
  inside: boolean,
  others: WeighingSnapshot["people"] = [],
): Callers {
  const { perspectives } = snapshot.questionSet.content;
  const taken = new Map<string, number>();
  const called = new Map<string, Who>();
  for (const { id, name, perspective } of [...snapshot.people, ...others]) {
    const seat = (taken.get(perspective) ?? 0) + 1;
    taken.set(perspective, seat);
    const own = perspectives.find(({ key }) => key === perspective);
    called.set(id, {
      name: inside ? name : null,
      seat,
      perspective: own?.name ?? { nl: perspective, en: perspective },
    });
  }
  const unknown = { name: null, seat: 0, perspective: { nl: "", en: "" } };
  return (personId) => called.get(personId) ?? unknown;
}

/** A kept weighing, put together for the page. Nothing is computed again. */
export function weighingView(snapshot: WeighingSnapshot, who: Callers): WeighingView {
  const { result, questionSet, input } = snapshot;
  return {
    questionSet: {
      name: questionSet.content.name,
      key: questionSet.key,
      number: questionSet.number,
    },
    margin: input.margin ?? defaultMargin,
    weighed: snapshot.weighed ?? null,
    perspectives: questionSet.content.perspectives.map((perspective) =>
      perspectiveView(snapshot, perspective, who),
    ),
    options: snapshot.options.map((option) => optionView(snapshot, option, who)),
    proposed: result.proposed,
    noClearDifference: result.noClearDifference,
  };
}

function perspectiveView(
  snapshot: WeighingSnapshot,
  perspective: PerspectiveTemplate,
  who: Callers,
): WeighedPerspectiveView {
  const { key, name, gates, criteria } = perspective;
  const weighed = snapshot.input.perspectives.find(({ id }) => id === key);
  return {
    key,
    name,
    weight: weighed?.weight ?? 0,
    passMark: weighed?.passMark ?? 0,
    assessors: (weighed?.assessors ?? []).map(who),
    gates: gates.map((gate) => ({ key: gate.key, question: gate.question })),
    criteria: criteria.map((criterion) => ({
      key: criterion.key,
      question: criterion.question,
      weight: criterion.weight,
    })),
  };
}

function optionView(
  snapshot: WeighingSnapshot,
  option: WeighingSnapshot["options"][number],
  who: Callers,
): OptionOutcome {
  const { result, questionSet } = snapshot;
  const weighed = result.options.find(({ id }) => id === option.id);
  const tier = result.ranking.findIndex((ids) => ids.includes(option.id));
  return {
    id: option.id,
    position: option.position,
    title: option.title,
    level: questionSet.content.levels[option.level] ?? null,
    total: weighed?.total ?? null,
    passes: weighed?.passes ?? false,
    proposed: result.proposed.includes(option.id),
    rank: tier < 0 ? null : result.ranking.slice(0, tier).flat().length + 1,
    perspectives: (weighed?.perspectives ?? []).map((perspective) =>
      outcomeView({ snapshot, optionId: option.id, perspective, who }),
    ),
  };
}

function outcomeView(cell: {
  snapshot: WeighingSnapshot;
  optionId: string;
  perspective: WeighedPerspective;
  who: Callers;
}): PerspectiveOutcome {
  const { snapshot, optionId, perspective, who } = cell;
  const { id, score, coverage, passes, gates, criteria } = perspective;
  const { input } = snapshot;
  const passMark = input.perspectives.find((weighed) => weighed.id === id)?.passMark ?? 0;
  const given = input.ratings.filter((row) => row.perspective === id && row.option === optionId);
  const answered = input.gateAnswers.filter(
    (row) => row.perspective === id && row.option === optionId,
  );
  return {
    key: id,
    score,
    coverage,
    passes,
    belowPassMark: score === null || score < passMark - tieTolerance,
    gates: gates.map((gate) => ({
      key: gate.id,
      outcome: gate.outcome,
      answers: answered
        .filter((row) => row.gate === gate.id)
        .map((row) => ({ who: who(row.assessor), answer: row.answer })),
    })),
    criteria: criteria.map(({ id: key, median, count, missing, word }) => ({
      ...{ key, median, count, missing, word },
      values: given
        .filter((row) => row.criterion === key)
        .map((row) => ({ who: who(row.assessor), value: row.value })),
    })),
  };
}

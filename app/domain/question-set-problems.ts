import {
  weightTolerance,
  type CriterionTemplate,
  type GateTemplate,
  type PerspectiveTemplate,
  type QuestionSetContent,
} from "./question-set.ts";

/** What keeps a draft from being published: a code of `assertQuestionSet`, and the place in the content. */
export type QuestionSetProblem = { code: string; path: string };

/**
 * All that `assertQuestionSet` would refuse in a draft, in the order of the content, where that function stops at
 * the first. Paths are dotted and numbered from 0: `perspectives.0.criteria.2.question.nl`. Empty when the draft can
 * be published.
 */
export function questionSetProblems(content: QuestionSetContent): QuestionSetProblem[] {
  const { perspectives, margin, scale, levels, caseQuestions } = content;
  const problems = [...blank(content.name.nl, "name.nl")];
  if (!(margin >= 0 && margin <= 4)) problems.push({ code: "margin", path: "margin" });
  if (scale.length !== 5) problems.push({ code: "scale", path: "scale" });
  if (levels.length < 2) problems.push({ code: "levels", path: "levels" });
  problems.push(...scale.flatMap(({ nl }, place) => blank(nl, `scale.${place}.nl`)));
  problems.push(...levels.flatMap(({ nl }, place) => blank(nl, `levels.${place}.nl`)));
  if (perspectives.length < 2 || perspectives.length > 6) {
    problems.push({ code: "perspectives", path: "perspectives" });
  }
  problems.push(...weightProblems(perspectives, "perspectives"));
  problems.push(...perspectives.flatMap(perspectiveProblems));
  problems.push(
    ...caseQuestions.flatMap((item, place) => blankQuestion(item, `caseQuestions.${place}`)),
  );
  return [...problems, ...doubleKeys(content)];
}

function perspectiveProblems(perspective: PerspectiveTemplate, place: number) {
  const path = `perspectives.${place}`;
  const { name, passMark, criteria, gates } = perspective;
  const problems = [...blank(name.nl, `${path}.name.nl`)];
  if (!(passMark >= 1 && passMark <= 5)) {
    problems.push({ code: "pass_mark", path: `${path}.passMark` });
  }
  if (criteria.length === 0) problems.push({ code: "criteria", path });
  return [
    ...problems,
    ...gates.flatMap((gate, index) => blankQuestion(gate, `${path}.gates.${index}`)),
    ...weightProblems(criteria, `${path}.criteria`),
    ...criteria.flatMap((criterion, index) =>
      criterionProblems(criterion, `${path}.criteria.${index}`),
    ),
  ];
}

function criterionProblems(criterion: CriterionTemplate, path: string): QuestionSetProblem[] {
  const problems = blankQuestion(criterion, path);
  return criterion.anchors.length === 5 ? problems : [...problems, { code: "anchors", path }];
}

function blankQuestion({ question }: Pick<GateTemplate, "question">, path: string) {
  return blank(question.nl, `${path}.question.nl`);
}

function blank(text: string, path: string): QuestionSetProblem[] {
  return text.trim() === "" ? [{ code: "texts", path }] : [];
}

function weightProblems(weighted: { weight: number }[], path: string): QuestionSetProblem[] {
  if (weighted.length === 0) return [];
  const sum = weighted.reduce((total, { weight }) => total + weight, 0);
  const isSound =
    weighted.every(({ weight }) => weight >= 0) && Math.abs(sum - 1) <= weightTolerance;
  return isSound ? [] : [{ code: "weights", path: `${path}.0.weight` }];
}

function doubleKeys({ perspectives, caseQuestions }: QuestionSetContent): QuestionSetProblem[] {
  const keys = [
    ...caseQuestions.map(({ key }, place) => ({ key, path: `caseQuestions.${place}` })),
    ...perspectives.flatMap(({ key, gates, criteria }, place) => [
      { key, path: `perspectives.${place}` },
      ...[...gates, ...criteria].map((item) => ({ key: item.key, path: `perspectives.${place}` })),
    ]),
  ];
  const isDouble = (key: string, place: number) =>
    key.trim() === "" || keys.findIndex((other) => other.key === key) < place;
  return keys
    .filter(({ key }, place) => isDouble(key, place))
    .map(({ path }) => ({ code: "keys", path }));
}

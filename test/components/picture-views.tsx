import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { StaticRouter } from "react-router-dom/server.js";
import type { WeighingSnapshot } from "../../db/index.ts";
import { weighing, type WeighingInput } from "#app/domain/weighing.ts";
import type { Language } from "#app/domain/local-text.ts";
import { addTexts, getInstance, type Area } from "#app/i18n/instances.ts";
import { nl } from "#app/i18n/nl/index.ts";
import { en } from "#app/i18n/en/index.ts";
import { robustnessView } from "#app/server/robustness.server.ts";
import { callersOf, weighingView } from "#app/server/weighings-view.server.ts";

for (const area of Object.keys(nl) as Area[]) {
  addTexts("nl", area, nl[area]);
  addTexts("en", area, en[area]);
}

/** What a page would hold of this part, in this language. */
export function markup(part: ReactElement, language: Language = "nl", address = "/"): string {
  return renderToStaticMarkup(
    <StaticRouter location={address}>
      <I18nextProvider i18n={getInstance(language)}>{part}</I18nextProvider>
    </StaticRouter>,
  );
}

export type Shape = { perspectives: number; criteria: number; people: number; gates: number };
type Value = 1 | 2 | 3 | 4 | 5 | null;
type Filled = Shape & {
  titles: string[];
  value: (cell: {
    option: number;
    perspective: number;
    criterion: number;
    person: number;
  }) => Value;
  answer?: (cell: { option: number; perspective: number }) => "yes" | "no" | "unsure";
};

const letters = ["J", "F", "M", "U", "D", "E"];
const keys = ["legal", "financial", "societal", "feasible", "lasting", "ethical"];
const names = [
  { nl: "Juridisch", en: "Legal" },
  { nl: "Financieel", en: "Financial" },
  { nl: "Maatschappelijk", en: "Societal" },
  { nl: "Uitvoerbaarheid", en: "Feasibility" },
  { nl: "Duurzaamheid en leefomgeving", en: "Sustainability" },
  { nl: "Ethiek", en: "Ethics" },
];

/** A kept weighing of any shape. */
export function snapshotOf(filled: Filled): WeighingSnapshot {
  const { perspectives, criteria, people, gates, titles, value, answer = () => "yes" } = filled;
  const places = (count: number) => Array.from({ length: count }, (_, place) => place);
  const template = places(perspectives).map((p) => ({
    key: keys[p] ?? "",
    name: names[p] ?? { nl: "", en: "" },
    leadingQuestion: { nl: "", en: "" },
    weight: 1 / perspectives,
    passMark: 3,
    gates: places(gates).map((g) => gateOf(`${letters[p]}-G${g + 1}`)),
    criteria: places(criteria).map((c) => ({
      ...gateOf(`${letters[p]}${c + 1}`),
      ...{ weight: 1 / criteria, mayNotApply: false, anchors: [] },
    })),
  }));
  const person = (p: number, i: number) => ({
    id: `${p}-${i}`,
    name: `Naam ${p}${i}`,
    perspective: keys[p] ?? "",
  });
  const cells = titles.flatMap((_, option) =>
    places(perspectives).flatMap((perspective) =>
      places(people).map((seat) => ({ option, perspective, person: seat })),
    ),
  );
  const given = (cell: { option: number; perspective: number; person: number }) => ({
    assessor: `${cell.perspective}-${cell.person}`,
    perspective: keys[cell.perspective] ?? "",
    option: `o${cell.option}`,
  });
  const input: WeighingInput = {
    perspectives: template.map(({ key, weight, passMark, ...parts }, p) => ({
      ...{ id: key, weight, passMark },
      criteria: parts.criteria.map((criterion) => ({
        id: criterion.key,
        weight: criterion.weight,
      })),
      gates: parts.gates.map((gate) => ({ id: gate.key })),
      assessors: places(people).map((i) => person(p, i).id),
    })),
    options: titles.map((_, place) => ({ id: `o${place}` })),
    ratings: cells.flatMap((cell) =>
      places(criteria).map((criterion) => ({
        ...given(cell),
        criterion: `${letters[cell.perspective]}${criterion + 1}`,
        value: value({ ...cell, criterion }),
      })),
    ),
    gateAnswers: cells.flatMap((cell) =>
      places(gates).map((gate) => ({
        ...given(cell),
        gate: `${letters[cell.perspective]}-G${gate + 1}`,
        answer: answer(cell),
      })),
    ),
    margin: 0.3,
  };
  return {
    input,
    result: weighing(input),
    questionSet: {
      id: "set",
      key: "proef",
      number: 1,
      content: {
        name: { nl: "Proef", en: "Trial" },
        description: { nl: "", en: "" },
        scale: [],
        levels: [],
        margin: 0.3,
        perspectives: template,
        caseQuestions: [],
      },
    },
    options: titles.map((title, place) => ({ id: `o${place}`, position: place, title, level: 0 })),
    people: places(perspectives).flatMap((p) => places(people).map((i) => person(p, i))),
  };
}

function gateOf(key: string) {
  const text = { nl: `Vraag ${key}`, en: `Question ${key}` };
  return { key, question: text, meaning: { nl: "", en: "" }, source: "" };
}

export function viewsOf(snapshot: WeighingSnapshot, inside = true) {
  const who = callersOf(snapshot, inside);
  return { view: weighingView(snapshot, who), robust: robustnessView(snapshot, who) };
}

/** Scores per option and perspective, as one assessor per panel and one question would give. */
export function scored(titles: string[], scores: number[][]) {
  return snapshotOf({
    ...{ perspectives: scores[0]?.length ?? 0, criteria: 1, people: 1, gates: 0, titles },
    value: ({ option, perspective }) => (scores[option]?.[perspective] ?? null) as Value,
  });
}

export function found(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, text = ""]) => text);
}

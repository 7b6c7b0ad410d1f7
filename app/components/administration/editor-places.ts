import type { PerspectiveForm, QuestionSetForm } from "#app/schemas/question-set-form.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type PlaceLabels = Record<string, string>;

/** The id of the row of the form that holds a field: its perspective, gate or criterion. */
export function placeId(path: string): string {
  const [row] =
    /^perspectives\.\d+(?:\.(?:gates|criteria)\.\d+)?/.exec(path) ??
    /^caseQuestions\.\d+/.exec(path) ??
    /^(?:perspectives|scale|levels|caseQuestions)/.exec(path) ??
    [];
  return `place-${(row ?? "general").replaceAll(".", "-")}`;
}

/** Words for every field of the form by its name: "Juridisch, J1: Uitleg (Nederlands)". */
export function usePlaceLabels(form: QuestionSetForm): PlaceLabels {
  const { t, language } = useTranslation("administration");
  const { t: texts } = useTranslation("question-sets");
  const labels: PlaceLabels = {
    scale: texts("editor.scale"),
    levels: texts("editor.levels"),
    margin: t("editor.margin"),
    perspectives: t("questionSet.perspectives"),
  };
  const both = (path: string, label: string) => {
    labels[`${path}.nl`] = t("editor.dutch", { label });
    labels[`${path}.en`] = t("editor.english", { label });
  };
  both("name", t("editor.name"));
  both("description", t("editor.description"));
  labelBeside(form, { labels, both, t: texts });
  for (const [place, perspective] of form.perspectives.entries()) {
    const path = `perspectives.${place}`;
    const name = perspective.name[language] || perspective.name.nl;
    const named = name || t("editor.perspective", { number: place + 1 });
    labels[path] = named;
    both(`${path}.name`, `${named}: ${t("editor.perspectiveName")}`);
    both(`${path}.leadingQuestion`, `${named}: ${t("editor.leadingQuestion")}`);
    labels[`${path}.weight`] = `${named}: ${t("editor.weight")}`;
    labels[`${path}.passMark`] = `${named}: ${t("editor.passMark")}`;
    labelQuestions(perspective, { path, named, labels, both, t });
  }
  return labels;
}

type Both = (path: string, label: string) => void;
type Texts = ReturnType<typeof useTranslation<"question-sets">>["t"];
type Labelling = { labels: PlaceLabels; both: Both; t: Texts };

/** The lists beside the perspectives: scale, levels, questions about the case. */
function labelBeside(form: QuestionSetForm, { labels, both, t }: Labelling): void {
  form.scale.forEach((_, place) =>
    both(`scale.${place}`, t("editor.scalePoint", { point: place + 1 })),
  );
  form.levels.forEach((_, place) => both(`levels.${place}`, t("editor.level", { level: place })));
  form.caseQuestions.forEach((_, place) => {
    const path = `caseQuestions.${place}`;
    const name = t("editor.caseQuestion", { number: place + 1 });
    labels[path] = name;
    both(`${path}.question`, `${name}: ${t("editor.question")}`);
    both(`${path}.meaning`, `${name}: ${t("editor.meaning")}`);
  });
}

type Questions = {
  path: string;
  named: string;
  labels: PlaceLabels;
  both: Both;
  t: ReturnType<typeof useTranslation<"administration">>["t"];
};

/** The gates and criteria of one perspective. */
function labelQuestions(perspective: PerspectiveForm, questions: Questions): void {
  const { path, named, labels, both, t } = questions;
  for (const list of ["gates", "criteria"] as const) {
    for (const [row, { key }] of perspective[list].entries()) {
      const rowPath = `${path}.${list}.${row}`;
      const rowName = `${named}, ${key}`;
      labels[rowPath] = rowName;
      both(`${rowPath}.question`, `${rowName}: ${t("editor.question")}`);
      both(`${rowPath}.meaning`, `${rowName}: ${t("editor.meaning")}`);
      labels[`${rowPath}.source`] = `${rowName}: ${t("editor.source")}`;
      labels[`${rowPath}.weight`] = `${rowName}: ${t("editor.weight")}`;
      for (const point of [1, 2, 3, 4, 5]) {
        const label = `${rowName}: ${t("editor.anchor", { point })}`;
        both(`${rowPath}.anchors.${point - 1}`, label);
      }
    }
  }
}

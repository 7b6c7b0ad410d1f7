import type { LocalText } from "#app/domain/local-text.ts";
import type {
  CriterionTemplate,
  GateTemplate,
  PerspectiveTemplate,
} from "#app/domain/question-set.ts";
import type { SheetStep } from "./scoring-sheet.ts";

/** Last page of the preview, where an assessor looks everything over. */
export const lastStep = "controle";

export type PreviewPage = {
  perspective: { key: string; name: LocalText; leadingQuestion: LocalText };
  scale: LocalText[];
  steps: { key: string; question: LocalText }[];
  /** Null on the last page. */
  step: Omit<SheetStep, "cells"> | null;
  number: number;
};

/** The question asked for, or the first, as the scoring screen shows it; nothing here is ever kept. */
export function previewPage(
  { key, name, leadingQuestion, gates, criteria }: PerspectiveTemplate,
  { scale, asked }: { scale: LocalText[]; asked: string | null },
): PreviewPage {
  const steps = [...gates.map(gateStep), ...criteria.map(criterionStep)];
  const at = steps.findIndex((step) => step.key === asked);
  const place = asked === lastStep ? steps.length : Math.max(0, at);
  return {
    perspective: { key, name, leadingQuestion },
    scale,
    steps: steps.map((step) => ({ key: step.key, question: step.question })),
    step: steps[place] ?? null,
    number: place + 1,
  };
}

/** Where the buttons of a question lead: to the next one or the one before, and nowhere else. */
export function stepAfter(page: PreviewPage, intent: "next" | "previous"): string {
  const place = page.number - 1 + (intent === "next" ? 1 : -1);
  return page.steps[Math.max(0, place)]?.key ?? lastStep;
}

function gateStep({ key, question, meaning, source }: GateTemplate): Omit<SheetStep, "cells"> {
  return { key, kind: "gate", question, meaning, source, mayNotApply: false, anchors: [] };
}

function criterionStep(criterion: CriterionTemplate): Omit<SheetStep, "cells"> {
  const { key, question, meaning, source, mayNotApply, anchors } = criterion;
  return { key, kind: "criterion", question, meaning, source, mayNotApply, anchors };
}

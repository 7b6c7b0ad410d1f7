export const practicePerspectives = ["legal", "financial", "societal"] as const;
export type PracticePerspective = (typeof practicePerspectives)[number];

/** The pages after the welcome, in order; a run remembers how far it came. */
export const practicePages = [
  "case",
  "score",
  "reveal",
  "discuss",
  "second_round",
  "weigh",
  "decide",
  "finished",
] as const;
export type PracticePage = (typeof practicePages)[number];

/** Whether a run that stands at one page has come to another one. */
export function hasReached(current: PracticePage, asked: PracticePage): boolean {
  return practicePages.indexOf(current) >= practicePages.indexOf(asked);
}

/** The page after this one; the last one stays. */
export function pageAfter(page: PracticePage): PracticePage {
  return practicePages[practicePages.indexOf(page) + 1] ?? "finished";
}

export function isPracticePage(text: string): text is PracticePage {
  return practicePages.some((page) => page === text);
}

export function isPracticePerspective(text: string): text is PracticePerspective {
  return practicePerspectives.some((perspective) => perspective === text);
}

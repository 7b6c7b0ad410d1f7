import { caseSteps, type CaseStep } from "#app/domain/case-file.ts";

/** The words for the steps in addresses. */
export const stepSlugs: Record<CaseStep, string> = {
  situation: "situatie",
  law: "wet",
  facts: "omstandigheden",
  options: "oplossingen",
  people: "mensen",
  check: "controle",
};

export function stepAddress(caseId: string, step: CaseStep): string {
  return `/casussen/${caseId}/bewerken/${stepSlugs[step]}`;
}

export function stepBySlug(slug: string | undefined): CaseStep | undefined {
  return caseSteps.find((step) => stepSlugs[step] === slug);
}

/** The step after this one; none after the last. */
export function stepAfter(step: CaseStep): CaseStep | undefined {
  return caseSteps[caseSteps.indexOf(step) + 1];
}

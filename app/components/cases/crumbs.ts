import type { getTexts } from "#app/i18n/instances.ts";
import type { Crumb } from "../shell/breadcrumb.ts";

type CrumbCase = { id: string; number: string };

/** The way to a page of a case: the list, the case, and the page itself. */
export function caseCrumbs(
  texts: ReturnType<typeof getTexts<"cases">>,
  caseFile: CrumbCase,
  page?: string,
): Crumb[] {
  const { id, number } = caseFile;
  const list = { label: texts("title"), to: "/casussen" };
  const label = texts("number", { number });
  if (page === undefined) return [list, { label }];
  return [list, { label, to: `/casussen/${id}` }, { label: page }];
}

import type { PracticePage } from "#app/domain/practice/practice-pages.ts";
import { breadcrumb } from "../shell/breadcrumb.ts";

/** The way to a step: by the welcome, where can be begun again. */
export function practiceBreadcrumb(page: PracticePage) {
  return breadcrumb(({ texts }) => [
    { label: texts("practice")("title"), to: "/oefenen" },
    { label: texts("practice")(`heading.${page}`) },
  ]);
}

import type { MetaDescriptor } from "@remix-run/react";
import type { Language } from "#app/domain/local-text.ts";
import { getTexts, type Area } from "#app/i18n/instances.ts";

type Matches = readonly { id: string; data?: unknown }[];

/** The title of a page whose title is its own data: `pageTitle(data.caseFile.title)`. */
export function pageTitle(title: string): MetaDescriptor[] {
  return [{ title: `${title} - Maatwerkplaats` }];
}

/** The title from the texts of an area, in the language of the page: `meta = titleFrom("cases", "list.title")`. */
export function titleFrom(area: Area, key: string) {
  return ({ matches }: { matches: Matches }): MetaDescriptor[] => {
    const texts = getTexts(languageOf(matches), area) as unknown as (key: string) => string;
    return pageTitle(texts(key));
  };
}

/** The language of the page, for `meta` functions. */
export function languageOf(matches: Matches): Language {
  const shell = matches.find(({ id }) => id === "root")?.data;
  const isEnglish =
    typeof shell === "object" && shell !== null && "language" in shell && shell.language === "en";
  return isEnglish ? "en" : "nl";
}

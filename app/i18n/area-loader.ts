import type { Language } from "#app/domain/local-text.ts";
import type { Area, AreaTexts } from "./instances.ts";

// One file per language and area in the build: a page fetches a few of them, in its own language.
const files = import.meta.glob<AreaTexts>(["./nl/*.ts", "./en/*.ts", "!./*/index.ts"], {
  import: "default",
});

/** For browsers: fetches the texts of one area. */
export async function fetchTexts(language: Language, area: Area): Promise<AreaTexts> {
  return (await files[`./${language}/${area}.ts`]?.()) ?? {};
}

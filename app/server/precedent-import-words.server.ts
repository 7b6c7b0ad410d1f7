import "#app/i18n/all-languages.ts";
import type { Language } from "#app/domain/local-text.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { RowErrors } from "#app/schemas/precedent-file.ts";
import { problemIn } from "#app/schemas/precedent-import-words.ts";

/** What is wrong with a row in the words of a language, for in a file. */
export function errorWords(language: Language): (errors: RowErrors) => string {
  const t = getTexts(language, "precedent-imports");
  return (errors) =>
    Object.entries(errors)
      .map(([column, codes]) => {
        const texts = codes.map((code) => {
          const { problem, about } = problemIn(code);
          const kind = problem === "personal_data" ? t(`personalData.${about as "bsn"}`) : about;
          return t(`problem.${problem}`, { about: kind });
        });
        return `${column === "" ? "" : `${column}: `}${texts.join(" ")}`;
      })
      .join("\n");
}

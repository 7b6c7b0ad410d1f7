import "#app/i18n/all-languages.ts";
import { fileHolds, type FileCheck } from "#app/domain/decision-file.ts";
import type { Language } from "#app/domain/local-text.ts";
import { fileCheckWords } from "#app/i18n/file-check-words.ts";
import { getTexts } from "#app/i18n/instances.ts";

const order = ["broken", "holds", "note"] as const;

/** What holds of a decision file and what does not, in plain words, for a terminal. */
export function verificationText(checks: FileCheck[], language: Language): string {
  const t = getTexts(language, "verify");
  const say = getTexts(language, "decision-file");
  const parts = order.flatMap((state) => {
    const own = checks.filter((check) => check.state === state);
    if (own.length === 0) return [];
    const lines = own.flatMap((check) => [
      ...(check.place === "" ? [] : [`  ${shown(check.place)}`]),
      `    ${shown(fileCheckWords(check, language))}`,
    ]);
    return ["", t(`result.state.${state}`), ...lines];
  });
  const verdict = say(fileHolds(checks) ? "command.holds" : "command.broken");
  return [verdict, ...parts, ...(hasReadme(checks) ? ["", say("command.readme")] : [])].join("\n");
}

/** Whether the explanation in the file is there to read, as it was handed out. */
function hasReadme(checks: FileCheck[]): boolean {
  return !checks.some(
    ({ state, code, place }) =>
      state === "broken" && (code.startsWith("zip_") || place === "LEESMIJ.txt"),
  );
}

/** A file of somebody else may not write to the terminal what it likes. */
function shown(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

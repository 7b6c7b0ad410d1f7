import type { FileCheck } from "#app/domain/decision-file.ts";
import type { Language } from "#app/domain/local-text.ts";
import { formatFor } from "./format.ts";
import { getTexts } from "./instances.ts";

type Say = (key: string, values: Record<string, string>) => string;

const moments = ["takenAt", "loggedAt"];

/** What was checked in a decision file and what came out, in one sentence. */
export function fileCheckWords({ code, about }: FileCheck, language: Language): string {
  const { dateTime } = formatFor(language);
  const values = Object.entries(about).map(([name, value]) => {
    const isMoment = moments.includes(name) && value !== "" && Number.isFinite(Number(value));
    return [name, isMoment ? shownMoment(dateTime, Number(value)) : value] as const;
  });
  // By name only: the types take what follows an underscore for a context of i18next.
  const say = getTexts(language, "verify") as Say;
  return say(`check.${code}`, Object.fromEntries(values));
}

/** A file that was tampered with can hold any number. */
function shownMoment(dateTime: (moment: number) => string, moment: number): string {
  return Math.abs(moment) <= 8.64e15 ? dateTime(moment) : String(moment);
}

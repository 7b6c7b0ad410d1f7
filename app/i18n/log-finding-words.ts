import type { Language } from "#app/domain/local-text.ts";
import { getTexts } from "./instances.ts";

/** What looking through the log found, as `db/log-check/findings.ts` tells it. */
export type FindingToTell = {
  code: string;
  event?: number;
  until?: number;
  column?: string;
  table?: string;
  key?: string;
  which?: string;
};

type Say = (key: string, values: Record<string, string | number>) => string;

/** A finding in one sentence. */
export function logFindingWords(finding: FindingToTell, language: Language): string {
  const { code, column, event = "?", until = "?", table = "?", key = "?", which = "?" } = finding;
  // By name only: the types take what follows an underscore for a context of i18next.
  const say = getTexts(language, "log") as Say;
  const words = say(`finding.${code}`, { event, until, table, key: shown(key), which });
  return column === undefined ? words : say("column", { words, column });
}

/** A key can be what somebody put in the database: shown short, and without what steers a terminal. */
function shown(key: string): string {
  return key
    .replace(/^\["|"\]$/g, "")
    .replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, "\ufffd")
    .slice(0, 120);
}

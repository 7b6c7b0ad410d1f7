import "#app/i18n/all-languages.ts";
import type { Language } from "#app/domain/local-text.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { logFindingWords } from "#app/i18n/log-finding-words.ts";
import type { LogVerification } from "./log-verification.server.ts";

const mostShown = 100;

/** What a check of the log found, for a terminal. */
export function verificationInWords(found: LogVerification, language: Language): string {
  const t = getTexts(language, "log");
  const { findings, events, rows, checkpoints, destroyed, seconds, root } = found;
  const total = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  const looked = t("looked", { events, rows, checkpoints, destroyed });
  const head = [looked, `${t("root")}: ${root ?? "-"}`, `${seconds.toFixed(1)} s`];
  if (total === 0) return [t("allHolds"), "", ...head].join("\n");
  const lines = findings.slice(0, mostShown).map((one) => `  ${logFindingWords(one, language)}`);
  const rest = total - lines.length;
  const more = rest > 0 ? [`  ${t("more", { count: rest })}`] : [];
  return [t("wrong", { count: total }), ...lines, ...more, "", t("whatToDo"), "", ...head].join(
    "\n",
  );
}

import { formatFor, type Format } from "./format.ts";
import { useTranslation } from "./use-translation.ts";

/** Formatters in the language of the page: `const format = useFormat(); format.date(moment)`. */
export function useFormat(): Format {
  return formatFor(useTranslation().language);
}

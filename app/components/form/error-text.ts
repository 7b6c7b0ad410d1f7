import type { Language } from "#app/domain/local-text.ts";
import { getInstance } from "#app/i18n/instances.ts";

const places = ["errors:field.", "errors:domain.", "errors:requirement.", ""];

/**
 * The words for an error code; `too_long:200` carries its limit, `x:[name]` words between brackets, and a full key
 * (`cases:x.y`) may stand too.
 */
export function errorText(language: Language, code: string): string {
  const instance = getInstance(language);
  const [, key = code, limit] = /^(.*?)(?::([-\d.]+|\[.*\]))?$/s.exec(code) ?? [];
  const found = places.map((place) => place + key).find((full) => instance.exists(full));
  // Codes are data; the test of the texts checks that every code the domain gives has its words.
  const translate = instance.t as (key: string, values: object) => string;
  return translate(found ?? "errors:field.invalid", { limit });
}

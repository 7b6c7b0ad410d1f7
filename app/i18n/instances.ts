import { createInstance, type i18n, type TFunction } from "i18next";
import type { Language } from "#app/domain/local-text.ts";
import type { nl } from "./nl/index.ts";

export type Texts = typeof nl;
export type Area = keyof Texts;
type TextTree = { [key: string]: string | TextTree };

// One instance per language, made once: a request never waits for texts and never builds them.
const instances = new Map<Language, i18n>();

/** Makes the texts of a language available; the server adds both, a browser only the language of the page. */
export function addLanguage(language: Language, texts: Record<Area, TextTree>): void {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: texts },
    ns: Object.keys(texts),
    defaultNS: "common",
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  instances.set(language, instance);
}

/** The i18next instance of a language, or of the only language there is (in a browser). */
export function getInstance(language: Language): i18n {
  const instance = instances.get(language) ?? [...instances.values()][0];
  if (!instance) throw new Error("No language has been added");
  return instance;
}

type AreaTFunction<Asked extends Area | readonly Area[]> = TFunction<
  Asked extends Area ? Asked : Asked extends readonly [Area, ...Area[]] ? Asked : never
>;

// Fixed functions are kept per instance, so that a list of a hundred badges makes one.
const fixed = new WeakMap<i18n, Map<string, TFunction>>();

/** The translate function for an area, outside components: `getTexts("nl", "cases")("title")`. */
export function getTexts<const Asked extends Area | readonly Area[]>(
  language: Language,
  asked: Asked,
): AreaTFunction<Asked> {
  return fixedTexts(getInstance(language), asked);
}

export function fixedTexts<const Asked extends Area | readonly Area[]>(
  instance: i18n,
  asked: Asked,
): AreaTFunction<Asked> {
  const known = fixed.get(instance) ?? new Map<string, TFunction>();
  fixed.set(instance, known);
  const key = String(asked);
  const made = known.get(key) ?? (instance.getFixedT(null, asked as Area) as TFunction);
  known.set(key, made);
  return made as unknown as AreaTFunction<Asked>;
}

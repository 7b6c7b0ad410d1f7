import { createInstance, type i18n, type TFunction } from "i18next";
import type { Language } from "#app/domain/local-text.ts";
import type { nl } from "./nl/index.ts";

export type Texts = typeof nl;
export type Area = keyof Texts;
export type AreaTexts = { [key: string]: string | AreaTexts };
type Loader = (language: Language, area: Area) => Promise<AreaTexts>;

type AreaTFunction<Asked extends Area | readonly Area[]> = TFunction<
  Asked extends Area ? Asked : Asked extends readonly [Area, ...Area[]] ? Asked : never
>;

// One instance per language, made once: a request never waits for texts and never builds them.
const instances = new Map<Language, i18n>();
// Fixed functions are kept per instance, so that a list of a hundred badges makes one.
const fixed = new WeakMap<i18n, Map<string, TFunction>>();
const loading = new Map<string, Promise<void>>();
let loader: Loader | null = null;
let used: Set<Area> | null = null;

/** Makes texts available. The server adds every area of both languages, a browser what a page needs. */
export function addTexts(language: Language, area: Area, texts: AreaTexts): void {
  const instance = instances.get(language) ?? makeInstance(language);
  instance.addResourceBundle(language, area, texts);
}

/**
 * Starts a list of the areas a page uses, for the server: it renders a page in one go, so what is asked for until the
 * list is read belongs to that page.
 */
export function collectUsedAreas(): ReadonlySet<Area> {
  used = new Set();
  return used;
}

/** How a browser fetches an area that a page turns out to need. */
export function setAreaLoader(load: Loader): void {
  loader = load;
}

/** The i18next instance of a language, or of the only language there is (in a browser). */
export function getInstance(language: Language): i18n {
  const instance = instances.get(language) ?? [...instances.values()][0];
  if (!instance) throw new Error("No texts have been added");
  return instance;
}

/** The translate function for an area, outside components: `getTexts("nl", "cases")("title")`. */
export function getTexts<const Asked extends Area | readonly Area[]>(
  language: Language,
  asked: Asked,
): AreaTFunction<Asked> {
  const instance = getInstance(language);
  void missingTexts(instance, asked);
  return fixedTexts(instance, asked);
}

export function fixedTexts<const Asked extends Area | readonly Area[]>(
  instance: i18n,
  asked: Asked,
): AreaTFunction<Asked> {
  if (used) for (const area of listOf(asked)) used.add(area);
  const known = fixed.get(instance) ?? new Map<string, TFunction>();
  fixed.set(instance, known);
  const key = String(asked);
  const made: TFunction = known.get(key) ?? remembering(instance.getFixedT(null, listOf(asked)));
  known.set(key, made);
  return made as unknown as AreaTFunction<Asked>;
}

/** Keeps texts without variables once looked up: on a page with a list that was a tenth of the work. */
function remembering(translate: TFunction): TFunction {
  const lookUp = translate as unknown as (key: string, options?: object) => string;
  const texts = new Map<string, string>();
  const remember = (key: string, options?: object): string => {
    if (options !== undefined) return lookUp(key, options);
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = lookUp(key);
    // A text that is still on its way comes back as its key.
    if (text !== key) texts.set(key, text);
    return text;
  };
  return remember as unknown as TFunction;
}

/** The arrival of areas that are not there yet, or null when all are. */
export function missingTexts(
  instance: i18n,
  asked: Area | readonly Area[],
): Promise<unknown> | null {
  if (!loader) return null;
  const missing = listOf(asked).filter((area) => !hasTexts(instance, area));
  if (missing.length === 0) return null;
  return loadAreas(instance.language as Language, missing);
}

export function loadAreas(language: Language, areas: readonly Area[]): Promise<unknown> {
  return Promise.all(areas.map((area) => loadArea(language, area)));
}

function loadArea(language: Language, area: Area): Promise<void> {
  const key = `${language}/${area}`;
  const arriving = loading.get(key) ?? fetchArea(language, area);
  loading.set(key, arriving);
  return arriving;
}

async function fetchArea(language: Language, area: Area): Promise<void> {
  const texts = await loader?.(language, area);
  if (texts) addTexts(language, area, texts);
}

function listOf(asked: Area | readonly Area[]): readonly Area[] {
  return typeof asked === "string" ? [asked] : asked;
}

function hasTexts(instance: i18n, area: Area): boolean {
  return instance.hasResourceBundle(instance.language, area);
}

function makeInstance(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: {},
    defaultNS: "terms",
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  instances.set(language, instance);
  return instance;
}

import type { SerializeFrom } from "@remix-run/server-runtime";
import type { Language } from "#app/domain/local-text.ts";
import { getInstance, getTexts, missingTexts, type Area } from "#app/i18n/instances.ts";

/** A step on the way to the page; the last one is the page itself and has no address. */
export type Crumb = { label: string; to?: string };

type CrumbContext<Data> = {
  data: Data;
  params: Readonly<Record<string, string | undefined>>;
  language: Language;
  /** Texts of an area in the language of the page: `texts("cases")("title")`. */
  texts: <const A extends Area>(area: A) => ReturnType<typeof getTexts<A>>;
};

export type BreadcrumbHandle = {
  breadcrumb: (context: {
    data: unknown;
    params: CrumbContext<unknown>["params"];
    language: Language;
  }) => Crumb[];
};

/**
 * The way to a page after the start page, as the `handle` of its route:
 * `export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
 *   { label: texts("cases")("title"), to: "/casussen" }, { label: data.title }]);`
 */
export function breadcrumb<Loader = undefined>(
  crumbs: (context: CrumbContext<SerializeFrom<Loader>>) => Crumb[],
): BreadcrumbHandle {
  return {
    breadcrumb: ({ data, params, language }) =>
      crumbs({
        data: data as SerializeFrom<Loader>,
        params,
        language,
        texts: (area) => {
          const missing = missingTexts(getInstance(language), area);
          // Called while rendering: React waits for a thrown promise.
          if (missing) throw missing;
          return getTexts(language, area);
        },
      }),
  };
}

export function hasBreadcrumb(handle: unknown): handle is BreadcrumbHandle {
  return typeof handle === "object" && handle !== null && "breadcrumb" in handle;
}

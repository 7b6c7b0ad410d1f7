import { createContext, useContext } from "react";
import type { Language } from "#app/domain/local-text.ts";
import type { Theme } from "#app/i18n/preferences.ts";

/** What is known of a page before any data is loaded, so that error pages have it too. */
export type PageContextValue = {
  language: Language;
  theme: Theme;
  /** Number of the unexpected error that this page reports. */
  incident?: string | undefined;
};

export const PageContext = createContext<PageContextValue>({ language: "nl", theme: "auto" });

export function usePageContext(): PageContextValue {
  return useContext(PageContext);
}

import { useContext } from "react";
import { I18nContext } from "react-i18next";
import type { Language } from "#app/domain/local-text.ts";
import { fixedTexts, getInstance, missingTexts, type Area } from "./instances.ts";

/**
 * The texts of one or more areas in the language of the page: `const { t } = useTranslation("cases")`.
 * The hook of react-i18next of the same name does more (switching languages) at ten times the cost per call.
 */
export function useTranslation<const Asked extends Area | readonly Area[] = "terms">(
  asked: Asked = "terms" as Asked,
) {
  const instance = useContext(I18nContext)?.i18n ?? getInstance("nl");
  const missing = missingTexts(instance, asked);
  // React waits for a thrown promise (Suspense): the page before stays until the texts are there.
  if (missing) throw missing;
  return { t: fixedTexts(instance, asked), language: instance.language as Language };
}

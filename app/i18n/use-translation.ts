import { useContext } from "react";
import { I18nContext } from "react-i18next";
import type { Language } from "#app/domain/local-text.ts";
import { fixedTexts, getInstance, type Area } from "./instances.ts";

/**
 * The texts of one or more areas in the language of the page: `const { t } = useTranslation("cases")`.
 * The hook of react-i18next of the same name does more (loading, switching) at ten times the cost per call.
 */
export function useTranslation<const Asked extends Area | readonly Area[] = "common">(
  asked: Asked = "common" as Asked,
) {
  const provided = useContext(I18nContext)?.i18n;
  const instance = provided ?? getInstance("nl");
  return { t: fixedTexts(instance, asked), language: instance.language as Language };
}

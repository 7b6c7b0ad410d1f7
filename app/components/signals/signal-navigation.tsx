import { useTranslation } from "#app/i18n/use-translation.ts";
import { useShell } from "../shell/use-shell.ts";
import { SubNavigation } from "../sub-navigation.tsx";

const pages = [
  { key: "signals", to: "/signalen", right: "signal.read", end: true },
  { key: "rules", to: "/regels", right: "rule.read" },
  { key: "patterns", to: "/signalen/patronen", right: "signal.edit" },
  { key: "reflections", to: "/reflecties", right: "reflection.read" },
] as const;

/** From cases to rules: the pages of it that this person may open. */
export function SignalNavigation() {
  const { t } = useTranslation("signals");
  const rights = useShell()?.rights ?? [];
  const items = pages
    .filter(({ right }) => rights.includes(right))
    .map(({ key, right: _right, ...page }) => ({ ...page, label: t(`navigation.${key}`) }));
  return <SubNavigation label={t("navigation.label")} items={items} />;
}

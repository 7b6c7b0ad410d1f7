import { SubNavigation } from "#app/components/sub-navigation.tsx";
import { useShell } from "#app/components/shell/use-shell.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { administrationPages } from "./administration-pages.ts";

/** The parts of administration that this person may open. */
export function AdministrationNavigation() {
  const { t } = useTranslation("administration");
  const rights = useShell()?.rights ?? [];
  const items = administrationPages
    .filter(({ right }) => rights.includes(right))
    .map(({ key, to }) => ({ to, label: t(`pages.${key}`) }));
  return <SubNavigation label={t("title")} items={items} />;
}

import { useTranslation } from "#app/i18n/use-translation.ts";
import { useHasRight } from "../shell/use-shell.ts";
import { SubNavigation } from "../sub-navigation.tsx";

/** The pages that check on the work. */
export function AuditNavigation() {
  const { t } = useTranslation("audit-pages");
  const sees = useHasRight("processing.read");
  const items = [
    { to: "/audit", label: t("page.search"), end: true },
    { to: "/audit/logboek", label: t("page.log") },
    { to: "/audit/afwijkingen", label: t("page.departures") },
    ...(sees
      ? [
          { to: "/audit/inzage", label: t("page.readings") },
          { to: "/audit/verwerkingen", label: t("page.processing") },
        ]
      : []),
  ];
  return <SubNavigation label={t("page.navigation")} items={items} />;
}

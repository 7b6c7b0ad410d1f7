import { Link, useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { IconMenu2 } from "../icons.ts";
import { isIn, mainPages } from "./navigation.ts";
import { useShell } from "./use-shell.ts";

/** The parts of the product this person may see: a row, and behind a menu button where the screen is narrow. */
export function MainNavigation() {
  const { t } = useTranslation();
  const rights = useShell()?.rights ?? [];
  const { pathname } = useLocation();
  const pages = mainPages.filter(({ right }) => rights.includes(right));
  if (pages.length === 0) return null;
  const links = (
    <ul className="mw-nav__list">
      {pages.map((page) => (
        <li key={page.key}>
          <Link
            className="mw-nav__link"
            to={page.to}
            aria-current={isIn(page, pathname) ? "page" : undefined}
          >
            {t(`nav.${page.key}`)}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <nav className="mw-nav mw-nav--wide" aria-label={t("mainNavigation")}>
        {links}
      </nav>
      <details className="mw-nav mw-nav--narrow">
        <summary className="mw-menu-button">
          <IconMenu2 aria-hidden size={24} />
          {t("menu")}
        </summary>
        <nav className="mw-nav__panel" aria-label={t("mainNavigation")}>
          {links}
        </nav>
      </details>
    </>
  );
}

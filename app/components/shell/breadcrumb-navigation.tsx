import { Link, useMatches } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { hasBreadcrumb } from "./breadcrumb.ts";

/** The way back up, from the handle of the page. */
export function BreadcrumbNavigation() {
  const { t, language } = useTranslation();
  const page = useMatches().at(-1);
  if (!page || !hasBreadcrumb(page.handle) || page.data === undefined || page.data === null)
    return null;
  const { data, params } = page;
  const crumbs = [
    { label: t("nav.home"), to: "/" },
    ...page.handle.breadcrumb({ data, params, language }),
  ];
  return (
    <nav className="utrecht-breadcrumb-nav mw-breadcrumb" aria-label={t("breadcrumb")}>
      <ol className="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
        {crumbs.map(({ label, to }, index) => (
          <li
            key={`${index}-${label}`}
            className="utrecht-breadcrumb-nav__item mw-breadcrumb__item"
          >
            {to ? (
              <Link className="nl-link mw-breadcrumb__link" to={to}>
                {label}
              </Link>
            ) : (
              <span className="mw-breadcrumb__link" aria-current="page">
                {label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

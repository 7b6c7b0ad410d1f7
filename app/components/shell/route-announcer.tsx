import { useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";

// Outlives the frame, which is made anew when an error page takes the place of a page.
let shownPath: string | null = null;

/** After a navigation in the page: says the new title and moves the focus to its heading, as a page load would. */
export function RouteAnnouncer() {
  const { t } = useTranslation();
  const { pathname, hash } = useLocation();
  const [title, setTitle] = useState("");
  useEffect(() => {
    const isFirst = shownPath === null;
    if (shownPath === pathname) return;
    shownPath = pathname;
    if (isFirst) return;
    setTitle(document.title);
    document.querySelectorAll("details.mw-nav[open]").forEach((menu) => {
      menu.removeAttribute("open");
    });
    if (hash) return;
    const heading =
      document.querySelector<HTMLElement>("main h1") ?? document.getElementById("main");
    if (heading && !heading.hasAttribute("tabindex")) heading.tabIndex = -1;
    heading?.focus({ preventScroll: true });
  }, [pathname, hash]);
  return (
    <p className="mw-visually-hidden" aria-live="polite">
      {title ? t("pageLoaded", { title }) : null}
    </p>
  );
}

/** A thin bar while the next page is on its way. */
export function NavigationProgress() {
  const { t } = useTranslation();
  const { state } = useNavigation();
  return (
    <div className={state === "idle" ? "mw-loading" : "mw-loading mw-loading--busy"} role="status">
      {state === "idle" ? null : <span className="mw-visually-hidden">{t("loading")}</span>}
    </div>
  );
}

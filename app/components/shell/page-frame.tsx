import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { IconInfoCircle } from "../icons.ts";
import { BreadcrumbNavigation } from "./breadcrumb-navigation.tsx";
import { FlashMessage } from "./flash-message.tsx";
import { Footer } from "./footer.tsx";
import { Header } from "./header.tsx";
import { NavigationProgress, RouteAnnouncer } from "./route-announcer.tsx";
import { useShell } from "./use-shell.ts";

type PageFrameProps = {
  /** An error page has no place of its own in the product. */
  isError?: boolean;
  children: ReactNode;
};

/** Everything around the content of a page. */
export function PageFrame({ isError, children }: PageFrameProps) {
  const { t } = useTranslation();
  const demo = useShell()?.demo;
  return (
    <>
      <a className="nl-skip-link nl-skip-link--visible-on-focus mw-skip-link" href="#main">
        {t("skipToContent")}
      </a>
      <NavigationProgress />
      {demo ? (
        <aside className="mw-demo" aria-label={t("demoLabel")}>
          <IconInfoCircle aria-hidden size={20} />
          <span>{t("demo")}</span>
        </aside>
      ) : null}
      <Header />
      <div className="mw-page mw-width">
        {isError ? null : <BreadcrumbNavigation />}
        <FlashMessage />
        <main className="mw-main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Footer />
      <RouteAnnouncer />
    </>
  );
}

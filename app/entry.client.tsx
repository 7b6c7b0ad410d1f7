import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { PageContext } from "#app/components/page-context.tsx";
import { addLanguage } from "#app/i18n/instances.ts";
import { isTheme } from "#app/i18n/preferences.ts";

const { lang, dataset } = document.documentElement;
const language = lang === "en" ? "en" : "nl";

async function loadTexts() {
  if (language === "en") addLanguage("en", (await import("#app/i18n/en/index.ts")).en);
  else addLanguage("nl", (await import("#app/i18n/nl/index.ts")).nl);
}

void loadTexts().then(() => {
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageContext.Provider
          value={{ language, theme: isTheme(dataset.theme) ?? "auto", incident: dataset.incident }}
        >
          <RemixBrowser />
        </PageContext.Provider>
      </StrictMode>,
    );
  });
});

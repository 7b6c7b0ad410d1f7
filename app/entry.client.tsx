import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { PageContext } from "#app/components/page-context.tsx";
import { fetchTexts } from "#app/i18n/area-loader.ts";
import { loadAreas, setAreaLoader } from "#app/i18n/instances.ts";
import { isTheme } from "#app/i18n/preferences.ts";
import { usedAreasOnPage } from "#app/i18n/used-areas.tsx";

const { lang, dataset } = document.documentElement;
const language = lang === "en" ? "en" : "nl";

function takeOver() {
  const page = {
    language,
    theme: isTheme(dataset.theme) ?? "auto",
    incident: dataset.incident,
  } as const;
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageContext.Provider value={page}>
          <RemixBrowser />
        </PageContext.Provider>
      </StrictMode>,
    );
  });
}

setAreaLoader(fetchTexts);
void loadAreas(language, usedAreasOnPage()).then(takeOver);

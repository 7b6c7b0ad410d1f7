import type { ReactNode } from "react";
import type { Language } from "#app/domain/local-text.ts";
import type { QuestionnaireMoment } from "#app/domain/questionnaire.ts";
import { getTexts } from "#app/i18n/instances.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { CitizenForm } from "./citizen-form.tsx";

export type CitizenPageProps = {
  language: Language;
} & (
  | { state: "gone" | "busy" }
  | { state: "answered"; organisation: string; justNow: boolean }
  | {
      state: "open";
      organisation: string;
      moment: QuestionnaireMoment;
      /** What was refused, with everything that was filled in. */
      result: FormResult | null;
    }
);

/** The whole page of a citizen: no scripts, no cookies, nothing about who or which case. */
export function CitizenPage(page: CitizenPageProps) {
  const { language } = page;
  const { title, content } = contentOf(page);
  const t = getTexts(language, "questionnaires");
  const other = language === "nl" ? "en" : "nl";
  const thanks = page.state === "answered" && page.justNow ? "&dank=ja" : "";
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow, noarchive" />
        <meta name="referrer" content="no-referrer" />
        <meta name="format-detection" content="telephone=no" />
        <title>{`${title} - Maatwerkplaats`}</title>
        <link rel="stylesheet" href="/citizen.css" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a className="skip" href="#inhoud">
          {t("public.toContent")}
        </a>
        <nav>
          <a href={`?taal=${other}${thanks}`} lang={other} hrefLang={other}>
            {t("public.language")}
          </a>
        </nav>
        <main id="inhoud" tabIndex={-1}>
          {"organisation" in page ? (
            <p className="by">{t("public.by", { name: page.organisation })}</p>
          ) : null}
          <h1>{title}</h1>
          {content}
        </main>
      </body>
    </html>
  );
}

function contentOf(page: CitizenPageProps): { title: string; content: ReactNode } {
  const t = getTexts(page.language, "questionnaires");
  if (page.state === "open") {
    const { language, moment, result } = page;
    return { title: t("public.title"), content: <CitizenForm {...{ language, moment, result }} /> };
  }
  if (page.state === "answered" && page.justNow) {
    return { title: t("public.thanksTitle"), content: <p>{t("public.thanks")}</p> };
  }
  const { state } = page;
  return { title: t(`public.${state}Title`), content: <p>{t(`public.${state}`)}</p> };
}

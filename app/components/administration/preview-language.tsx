import { Link } from "@remix-run/react";
import { languages, type Language } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** In which language the questions are shown, apart from the language of the page. */
export function PreviewLanguage({ shown }: { shown: Language }) {
  const { t } = useTranslation("administration");
  return (
    <nav className="mw-sub-navigation" aria-label={t("questionSet.previewLanguage")}>
      <ul className="mw-sub-navigation__list">
        {languages.map((language) => (
          <li key={language}>
            <Link
              className={`mw-sub-navigation__link${language === shown ? " active" : ""}`}
              to={`?taal=${language}`}
              aria-current={language === shown ? "true" : undefined}
              preventScrollReset
            >
              {t(language === "nl" ? "questionSet.inDutch" : "questionSet.inEnglish")}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

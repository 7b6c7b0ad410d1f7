import { useTranslation } from "#app/i18n/use-translation.ts";
import { PreferenceSwitch } from "./preference-switch.tsx";

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="mw-footer">
      <div className="mw-footer__columns mw-width">
        <section aria-labelledby="footer-about">
          <h2 className="mw-footer__title" id="footer-about">
            {t("about")}
          </h2>
          <p>{t("aboutText")}</p>
          <p>{t("licence")}</p>
        </section>
        <section aria-labelledby="footer-accessibility">
          <h2 className="mw-footer__title" id="footer-accessibility">
            {t("accessibility")}
          </h2>
          <p>{t("accessibilityText")}</p>
        </section>
        <section aria-labelledby="footer-preferences">
          <h2 className="mw-footer__title" id="footer-preferences">
            {t("preferences")}
          </h2>
          <PreferenceSwitch />
        </section>
      </div>
    </footer>
  );
}

import { Form, Link } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { IconLogout, IconUser } from "../icons.ts";
import { Logo } from "./logo.tsx";
import { MainNavigation } from "./main-navigation.tsx";
import { OrganisationSwitch } from "./organisation-switch.tsx";
import { useShell } from "./use-shell.ts";

export function Header() {
  const { t } = useTranslation();
  const shell = useShell();
  return (
    <header className="mw-header">
      <div className="mw-header__bar mw-width">
        <Link className="mw-brand" to="/">
          <Logo />
          <span className="mw-brand__name">{t("product")}</span>
        </Link>
        {shell?.organisation ? <OrganisationSwitch shell={shell} /> : null}
        {shell?.person ? (
          <div className="mw-person">
            <Link className="mw-person__link" to="/account">
              <IconUser aria-hidden size={20} />
              <span className="mw-visually-hidden">{t("account")}: </span>
              <span className="mw-person__name">{shell.person.name}</span>
            </Link>
            <Form method="post" action="/uitloggen" reloadDocument>
              <button className="mw-person__button" type="submit">
                <IconLogout aria-hidden size={20} />
                <span className="mw-person__sign-out">{t("signOut")}</span>
              </button>
            </Form>
          </div>
        ) : null}
      </div>
      <div className="mw-width">
        <MainNavigation />
      </div>
    </header>
  );
}

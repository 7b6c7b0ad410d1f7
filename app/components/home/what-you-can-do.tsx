import type { Right } from "#app/domain/rights.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Card } from "../card.tsx";
import { useShell } from "../shell/use-shell.ts";
import { TextLink } from "../text-link.tsx";

const doors = [
  { key: "audit", to: "/audit", right: "audit.read" },
  { key: "cases", to: "/casussen", right: "case.read" },
  { key: "precedents", to: "/precedenten", right: "precedent.read" },
  { key: "people", to: "/beheer/personen", right: "people.manage" },
  { key: "organisation", to: "/beheer/organisaties", right: "organisation.manage" },
  { key: "questionSets", to: "/beheer/vragensets", right: "administration.read" },
  { key: "facts", to: "/beheer/omstandigheden", right: "catalogue.manage" },
  { key: "account", to: "/account", right: "account.edit" },
] as const satisfies readonly { key: string; to: string; right: Right }[];

/** The ways in, for roles on whose home page no work of others comes to stand. */
export function WhatYouCanDo() {
  const { t } = useTranslation("home");
  const rights = useShell()?.rights ?? [];
  if (!rights.includes("people.manage") && !rights.includes("audit.read")) return null;
  const isAdministrator = rights.includes("people.manage") && !rights.includes("case.read");
  return (
    <Card title={t("can.title")}>
      <ul className="mw-work">
        {doors
          .filter(({ right }) => rights.includes(right))
          .map(({ key, to }) => (
            <li key={key} className="mw-work__item">
              <div className="mw-work__words">
                <TextLink to={to}>{t(`can.${key}`)}</TextLink>
                <p className="mw-work__facts">{t(`can.${key}Text`)}</p>
              </div>
            </li>
          ))}
      </ul>
      {isAdministrator ? <p className="mw-work__facts">{t("can.noContent")}</p> : null}
    </Card>
  );
}

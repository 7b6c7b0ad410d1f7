import { useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type Typed = Record<string, string | string[]>;

/** The form that could not be handled, to send once more as it was. Works without JavaScript. */
export function SendAgain({ typed }: { typed: Typed }) {
  const { t } = useTranslation("errors");
  const { pathname, search } = useLocation();
  const fields = Object.entries(typed).flatMap(([name, values]) =>
    [values].flat().map((value, place) => ({ name, value, key: `${name} ${place}` })),
  );
  return (
    <form className="mw-form" method="post" action={pathname + search}>
      <p className="nl-paragraph">{t("sendAgainText")}</p>
      {fields.map(({ key, name, value }) => (
        <input key={key} type="hidden" name={name} value={value} />
      ))}
      <div className="utrecht-button-group">
        <button className="nl-button nl-button--primary" type="submit">
          {t("sendAgain")}
        </button>
      </div>
    </form>
  );
}

/** What an error page was told about the form, if that is what it seems to be. */
export function typedIn(facts: unknown): Typed | undefined {
  if (typeof facts !== "object" || facts === null || !("typed" in facts)) return undefined;
  const { typed } = facts;
  return typeof typed === "object" && typed !== null ? (typed as Typed) : undefined;
}

import { isRouteErrorResponse, useLocation, useRouteError } from "@remix-run/react";
import { useEffect } from "react";
import type { Language } from "#app/domain/local-text.ts";
import { getTexts } from "#app/i18n/instances.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { errorText } from "../form/error-text.ts";
import { hasKeptValues, loseForm } from "../form/kept-values.ts";
import { LinkButton } from "../link-button.tsx";
import { usePageContext } from "../page-context.tsx";
import { PageHeader } from "../page-header.tsx";
import { SendAgain, typedIn, type Typed } from "./send-again.tsx";

const statuses = [400, 403, 404, 405, 409, 410, 411, 413, 422, 429, 500, 503, 507] as const;
type Status = (typeof statuses)[number];
/** Whose own text leaves nothing to add. */
const saysItAll: unknown[] = [403, 404, 410, 507];
const mayBeTriedAgain: unknown[] = [409, 429, 500, 503, 507, "offline"];
type ErrorFacts = {
  status: Status | "offline";
  code?: string | undefined;
  incident?: string | undefined;
  /** What was typed in the form that could not be handled now. */
  typed?: Typed | undefined;
};

/** What is wrong and what to do, in the house style. */
export function ErrorPage() {
  const { t, language } = useTranslation("errors");
  const { t: terms } = useTranslation();
  const { status, code, ...facts } = factsOf(useRouteError());
  const { pathname, search, key } = useLocation();
  const page = usePageContext();
  useEffect(loseForm, []);
  // The number in the page itself belongs to the address it was loaded for.
  const incident =
    facts.incident ?? (key === "default" && status === 500 ? page.incident : undefined);
  const reason = code ? errorText(language, code) : undefined;
  const isKnown = reason !== undefined && reason !== t("field.invalid");
  return (
    <div className="mw-error-page">
      <PageHeader
        above={status === "offline" ? undefined : status}
        title={t(`page.${status}.title`)}
      />
      {isKnown && !saysItAll.includes(status) ? (
        <p className="nl-paragraph mw-error-page__reason">{reason}</p>
      ) : null}
      <p className="nl-paragraph">{t(`page.${status}.text`)}</p>
      {incident ? (
        <p className="nl-paragraph">
          {t("incident")}: <strong className="mw-code">{incident}</strong>
        </p>
      ) : null}
      {hasKeptValues() ? <p className="nl-paragraph">{terms("notSaved")}</p> : null}
      {facts.typed ? <SendAgain typed={facts.typed} /> : null}
      <div className="utrecht-button-group">
        {!facts.typed && mayBeTriedAgain.includes(status) ? (
          <LinkButton purpose="primary" to={pathname + search}>
            {t("tryAgain")}
          </LinkButton>
        ) : null}
        <LinkButton to="/">{t("toHome")}</LinkButton>
      </div>
    </div>
  );
}

/** The title of the page with an error, for the tab and the history. */
export function errorTitle(error: unknown, language: Language): string {
  return getTexts(language, "errors")(`page.${factsOf(error).status}.title`);
}

function factsOf(error: unknown): ErrorFacts {
  if (!isRouteErrorResponse(error)) return { status: isUnreachable(error) ? "offline" : 500 };
  const facts: unknown = error.data;
  const code = fieldOf(facts, "code");
  const incident = fieldOf(facts, "incident");
  return { status: knownStatus(error.status), code, incident, typed: typedIn(facts) };
}

/** What browsers throw when the server gives no answer at all; on the server itself it is a bug like any other. */
function isUnreachable(error: unknown): boolean {
  return (
    typeof document !== "undefined" &&
    error instanceof TypeError &&
    /fetch|network|load failed/i.test(error.message)
  );
}

function knownStatus(status: number): Status {
  return statuses.find((known) => known === status) ?? (status < 500 ? 400 : 500);
}

function fieldOf(facts: unknown, name: string): string | undefined {
  if (typeof facts !== "object" || facts === null) return undefined;
  const value = (facts as Record<string, unknown>)[name];
  return typeof value === "string" ? value : undefined;
}

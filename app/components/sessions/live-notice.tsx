import { useLocation } from "@remix-run/react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Alert } from "../alert.tsx";
import type { Following } from "./use-session-events.ts";

/** Says calmly what the page could not show by itself, and how to see it. */
export function LiveNotice({ waiting, silent }: Following) {
  const { t } = useTranslation("sessions");
  const { pathname, search } = useLocation();
  const told = waiting ? "waiting" : silent ? "silent" : null;
  return (
    <div className="mw-live-notice mw-screen-only">
      <div role="status">
        {told ? (
          <Alert title={t(`live.${told}`)}>
            <p>{t(`live.${told}Text`)}</p>
            <p>
              <a className="nl-link" href={pathname + search}>
                {t("live.reload")}
              </a>
            </p>
          </Alert>
        ) : null}
      </div>
      <noscript>
        <p>
          {t("live.noScript")}{" "}
          <a className="nl-link" href={pathname + search}>
            {t("live.reload")}
          </a>
        </p>
      </noscript>
    </div>
  );
}

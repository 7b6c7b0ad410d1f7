import { useTranslation } from "#app/i18n/use-translation.ts";
import { getInstance } from "#app/i18n/instances.ts";
import { errorText } from "../form/error-text.ts";
import { Alert } from "../alert.tsx";
import { useShell } from "./use-shell.ts";

/** What became of the last act, read out when it appears. */
export function FlashMessage() {
  const { language } = useTranslation();
  const flash = useShell()?.flash;
  return (
    <div className="mw-flash" role="status">
      {flash ? (
        <Alert kind={flash.kind}>
          <p>{flashText(flash.code)}</p>
        </Alert>
      ) : null}
    </div>
  );

  function flashText(code: string): string {
    const instance = getInstance(language);
    const key = `terms:flash.${code}`;
    const translate = instance.t as (key: string) => string;
    return instance.exists(key) ? translate(key) : errorText(language, code);
  }
}

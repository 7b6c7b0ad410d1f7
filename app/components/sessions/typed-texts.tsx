import { useErrorText } from "../form/index.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Alert } from "../alert.tsx";

/** Text that came too late to be kept, shown so that it can be copied. */
export function TypedTexts({ result }: { result: FormResult | undefined }) {
  const { t } = useTranslation("scoring");
  const errorText = useErrorText();
  if (!result) return null;
  const texts = Object.entries(result.values).flatMap(([name, value]) =>
    /(^|\.)(reason|text)$/.test(name) && typeof value === "string" && value !== "" ? [value] : [],
  );
  const [code] = Object.values(result.errors).flat();
  return (
    <Alert kind="error" role="alert" title={code ? errorText(code) : t("late.title")}>
      {texts.length > 0 ? <p>{t("late.text")}</p> : null}
      {texts.map((text, place) => (
        <label key={place} className="mw-field">
          <span className="mw-field__label">{t("late.label", { number: place + 1 })}</span>
          <textarea
            className="utrecht-textarea utrecht-textarea--html-textarea mw-input mw-input--full"
            rows={4}
            readOnly
            defaultValue={text}
          />
        </label>
      ))}
    </Alert>
  );
}

import { useTranslation } from "#app/i18n/use-translation.ts";
import { IconWifiOff } from "./icons.ts";

/** Says that saving has to wait, and that nothing typed is lost. */
export function OfflineHint() {
  const { t } = useTranslation();
  return (
    <p className="mw-hint mw-hint--warning" role="status">
      <IconWifiOff aria-hidden size={20} />
      {t("offline")}
    </p>
  );
}

/** For screens that save as you go: what became of the last change. */
export function SaveState({ state }: { state: "idle" | "saving" | "saved" | "failed" }) {
  const { t } = useTranslation();
  const words = { idle: "", saving: t("saving"), saved: t("saved"), failed: t("notSaved") };
  return (
    <span className={`mw-save-state mw-save-state--${state}`} role="status">
      {words[state]}
    </span>
  );
}

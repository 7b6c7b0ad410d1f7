import { useTranslation } from "#app/i18n/use-translation.ts";
import { useErrorText } from "../form/index.ts";
import type { SaveStateValue } from "./use-autosave.ts";

const looks = { saved: "mw-save-state--saved", retrying: "mw-save-state--failed" } as const;

/** Whether the cell is kept; read out when it changes. Empty without JavaScript. */
export function SaveState({ state }: { state: SaveStateValue }) {
  const { t } = useTranslation("scoring");
  const errorText = useErrorText();
  const { kind } = state;
  const look = kind === "refused" ? looks.retrying : kind in looks ? looks[kind as "saved"] : "";
  return (
    <p className={`mw-save-state ${look}`} role="status">
      {kind === "idle" || kind === "waiting" ? null : t(`save.${kind}`)}
      {kind === "refused" ? ` ${errorText(state.code)}` : null}
      {kind === "saved" && state.reasonMissing ? ` ${t("save.reasonMissing")}` : null}
    </p>
  );
}

import { useTranslation } from "#app/i18n/use-translation.ts";
import { ArrangeButton } from "./arrange-button.tsx";

type RowButtonsProps = {
  list: string;
  place: number;
  isLast: boolean;
  name: string;
  /** Says the name on the buttons, where it is not clear from the place what they move. */
  named?: boolean;
};

/** Moves or removes one row of a list. */
export function RowButtons({ list, place, isLast, name, named }: RowButtonsProps) {
  const { t } = useTranslation("administration");
  const path = `${list}.${place}`;
  return (
    <div className="utrecht-button-group">
      {place > 0 ? (
        <ArrangeButton
          command={`up:${path}`}
          goTo={`${list}.${place - 1}`}
          label={t("editor.upNamed", { name })}
        >
          {t(named ? "editor.upNamed" : "editor.up", { name })}
        </ArrangeButton>
      ) : null}
      {isLast ? null : (
        <ArrangeButton
          command={`down:${path}`}
          goTo={`${list}.${place + 1}`}
          label={t("editor.downNamed", { name })}
        >
          {t(named ? "editor.downNamed" : "editor.down", { name })}
        </ArrangeButton>
      )}
      <ArrangeButton
        command={`remove:${path}`}
        goTo={list.replace(/\.(gates|criteria)$/, "")}
        label={t("editor.removeNamed", { name })}
        negative
      >
        {t(named ? "editor.removeNamed" : "editor.remove", { name })}
      </ArrangeButton>
    </div>
  );
}

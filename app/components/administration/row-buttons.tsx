import { useTranslation } from "#app/i18n/use-translation.ts";
import { ArrangeButton } from "./arrange-button.tsx";

type RowButtonsProps = { list: string; place: number; isLast: boolean; name: string };

/** Moves or removes one row of a list. */
export function RowButtons({ list, place, isLast, name }: RowButtonsProps) {
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
          {t("editor.up")}
        </ArrangeButton>
      ) : null}
      {isLast ? null : (
        <ArrangeButton
          command={`down:${path}`}
          goTo={`${list}.${place + 1}`}
          label={t("editor.downNamed", { name })}
        >
          {t("editor.down")}
        </ArrangeButton>
      )}
      <ArrangeButton
        command={`remove:${path}`}
        goTo={list.replace(/\.(gates|criteria)$/, "")}
        label={t("editor.removeNamed", { name })}
        negative
      >
        {t("editor.remove")}
      </ArrangeButton>
    </div>
  );
}

import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { TextLink } from "../text-link.tsx";

type NarrowingProps = { narrowed: { van: string | null; tot: string | null; hidden: number } };

/** Of which days these notes are, when a number led here. */
export function WrongDoorNarrowing({ narrowed: { van, tot, hidden } }: NarrowingProps) {
  const { t } = useTranslation("handovers");
  const format = useFormat();
  const day = (text: string | null) =>
    text === null ? "…" : format.date(Date.parse(`${text}T12:00:00Z`));
  return (
    <p>
      {van === null && tot === null
        ? t("wrongDoor.some")
        : t("wrongDoor.period", { from: day(van), until: day(tot) })}{" "}
      {hidden > 0 ? `${t("wrongDoor.hidden", { count: hidden })} ` : null}
      <TextLink to="?">{t("wrongDoor.everything")}</TextLink>
    </p>
  );
}

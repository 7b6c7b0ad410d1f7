import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ComparingPage } from "#app/schemas/comparing-page.ts";
import { Card } from "../card.tsx";
import { TextLink } from "../text-link.tsx";
import { AdoptionChosen } from "./adoption-original.tsx";
import { comparingAddress } from "./comparing-address.ts";

/** What the case does with the precedents that are not compared on this page. */
export function AdoptedList({ page: { base, adopted } }: { page: ComparingPage }) {
  const { t } = useTranslation("comparing");
  if (base?.kind !== "case" || adopted.length === 0) return null;
  return (
    <Card title={t("adoption.others")}>
      {adopted.map((adoption) => (
        <div key={adoption.precedentId} className="mw-stack">
          <p>
            <strong>
              {adoption.number}
              {adoption.title === null ? "" : `: ${adoption.title}`}
            </strong>{" "}
            {adoption.title === null ? (
              t("adoption.gone")
            ) : (
              <TextLink to={`${comparingAddress(base.id, [adoption.precedentId])}#overnemen`}>
                {t("adoption.open")}
              </TextLink>
            )}
          </p>
          {adoption.perspectives.map((one) => (
            <AdoptionChosen key={one.perspective} adoption={adoption} one={one} />
          ))}
        </div>
      ))}
    </Card>
  );
}

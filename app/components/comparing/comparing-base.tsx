import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ComparingBase } from "#app/schemas/comparing-page.ts";
import { Card } from "../card.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";

/** What everything on the page is compared with. */
export function ComparingBaseCard({ base }: { base: ComparingBase }) {
  const { t } = useTranslation("comparing");
  const { kind, id, number, title, scope, level } = base;
  const isCase = kind === "case";
  return (
    <Card
      tone="accent"
      title={t(isCase ? "page.baseCase" : "page.basePrecedent", { number })}
      aside={level === null ? null : <LevelBadge level={level} />}
    >
      <p>
        <TextLink to={isCase ? `/casussen/${id}` : `/precedenten/${id}`}>{title}</TextLink>
      </p>
      <p className="mw-soft">{scope === null ? t("facts.noScope") : t("page.scope", { scope })}</p>
      {isCase ? null : <p className="mw-soft mw-screen-only">{t("page.comparedWithPrecedent")}</p>}
    </Card>
  );
}

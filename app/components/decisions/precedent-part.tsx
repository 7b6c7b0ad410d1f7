import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { Card } from "../card.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";

/** How the decision relates to earlier ones, and the view of who did not agree. */
export function PrecedentPart({ page: { decision, precedents } }: { page: DecisionPage }) {
  const { t } = useTranslation("decisions");
  const { t: terms } = useTranslation();
  if (decision.kind === "withdrawal") return null;
  return (
    <>
      <Card title={t("page.precedents")}>
        {decision.precedentCheck ? (
          <p>{terms(`precedentCheckAnswer.${decision.precedentCheck}`)}</p>
        ) : null}
        {precedents.length > 0 ? (
          <ul>
            {precedents.map(({ id, number, title, level }) => (
              <li key={id}>
                <TextLink to={`/precedenten/${id}`}>
                  {number} {title}
                </TextLink>{" "}
                <LevelBadge level={level} />
              </li>
            ))}
          </ul>
        ) : null}
        <Prose text={decision.precedentCheckText} />
      </Card>
      <Card title={t("page.minority")}>
        <Prose text={decision.minorityView || t("page.noMinority")} />
      </Card>
    </>
  );
}

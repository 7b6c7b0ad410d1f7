import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ListedRule } from "#app/schemas/rule-view.ts";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";
import { RuleStanding } from "./rule-standing.tsx";

/** Rules with where they are in their life, and how many cases they settled. */
export function RuleList({ rules }: { rules: readonly ListedRule[] }) {
  const { t } = useTranslation("rules");
  return (
    <Card title={t("list.caption")}>
      <ol className="mw-work">
        {rules.map((rule) => (
          <RuleItem key={rule.id} rule={rule} />
        ))}
      </ol>
    </Card>
  );
}

function RuleItem({ rule }: { rule: ListedRule }) {
  const { t } = useTranslation("rules");
  const { id, number, edition, title, scope, level, standing, settled } = rule;
  return (
    <li className="mw-work__item">
      <div className="mw-work__words">
        <p className="mw-work__title">
          <TextLink to={`/regels/${id}`}>{title}</TextLink>
        </p>
        <p className="mw-work__facts">
          <span>{number}</span>
          <span>{t("list.editionOf", { edition })}</span>
          <span>{scope}</span>
          <Term rule={rule} />
          {standing === "draft" || standing === "discarded" ? null : (
            <span>{t("list.settled", { count: settled })}</span>
          )}
        </p>
      </div>
      <div className="mw-work__facts">
        <LevelBadge level={level} />
        <RuleStanding standing={standing} />
      </div>
    </li>
  );
}

function Term({ rule: { standing, validFrom, validUntil, updatedAt } }: { rule: ListedRule }) {
  const { t } = useTranslation("rules");
  const format = useFormat();
  if (standing === "draft" || standing === "discarded" || validFrom === null) {
    return <span>{t("list.changed", { date: format.date(updatedAt) })}</span>;
  }
  return (
    <span>
      {t("list.fromOn", { date: format.date(validFrom) })}
      {validUntil === null ? null : ` ${t("list.untilOn", { date: format.date(validUntil) })}`}
    </span>
  );
}

export function NoRules({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation("rules");
  if (isFiltered) {
    return <EmptyState title={t("list.noneTitle")}>{t("list.noneText")}</EmptyState>;
  }
  return (
    <EmptyState
      title={t("list.emptyTitle")}
      action={<LinkButton to="/signalen">{t("list.toSignals")}</LinkButton>}
    >
      {t("list.emptyText")}
    </EmptyState>
  );
}

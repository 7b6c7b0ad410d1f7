import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { YearlyRule } from "#app/schemas/yearly.ts";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";

/** The rules that changed in the year, and the cases they settled. */
export function YearlyRules({ rules }: { rules: YearlyRule[] }) {
  const { t } = useTranslation("yearly");
  const settled = rules.reduce((sum, { settledInYear }) => sum + settledInYear, 0);
  const toAll = <LinkButton to="/regels">{t("rules.all")}</LinkButton>;
  return (
    <Card title={t("rules.title")} footer={rules.length === 0 ? undefined : toAll}>
      {rules.length === 0 ? (
        <EmptyState title={t("rules.emptyTitle")} action={toAll}>
          {t("rules.empty")}
        </EmptyState>
      ) : (
        <>
          <p className="mw-account__lead">{t("rules.settled", { count: settled })}</p>
          <ul className="mw-work">
            {rules.map((rule) => (
              <li key={rule.id} className="mw-work__item">
                <Rule rule={rule} />
                <LevelBadge level={rule.level} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Rule({ rule }: { rule: YearlyRule }) {
  const { t } = useTranslation("yearly");
  const format = useFormat();
  const { settled, settledInYear, cases, otherCases, signal, precedentsReplaced } = rule;
  return (
    <div className="mw-work__words">
      <p className="mw-work__title">
        <TextLink to={`/regels/${rule.id}`}>
          {rule.number} {rule.title}
        </TextLink>
      </p>
      <p className="mw-work__facts">
        <span>
          {t(`rules.change.${rule.change}`, {
            date: format.date(rule.at ?? 0),
            edition: rule.edition,
          })}
        </span>
        <span>
          {t("rules.scope")}: {rule.scope}
        </span>
        {signal ? (
          <TextLink to={`/signalen/${signal.id}`}>
            {t("rules.fromSignal", { number: signal.number })}
          </TextLink>
        ) : null}
      </p>
      <p>
        {t("rules.since", { count: settled, inYear: settledInYear })}{" "}
        {precedentsReplaced > 0 ? t("rules.replaced", { count: precedentsReplaced }) : null}
      </p>
      {cases.length > 0 ? (
        <ul>
          {cases.map(({ id, number, title, settledAt }) => (
            <li key={id}>
              <TextLink to={`/casussen/${id}`}>
                {number} {title}
              </TextLink>
              , {t("rules.settledCase", { date: format.date(settledAt) })}
            </li>
          ))}
        </ul>
      ) : null}
      {otherCases > 0 ? <p>{t("rules.others", { count: otherCases })}</p> : null}
    </div>
  );
}

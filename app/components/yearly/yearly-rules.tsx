import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { YearlyRule } from "#app/schemas/yearly.ts";
import { Card } from "../card.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { LinkButton } from "../link-button.tsx";
import { TextLink } from "../text-link.tsx";
import { CountedLinks } from "./counted-link.tsx";

/** The rules that changed in the year, and the cases they settled. */
export function YearlyRules({ year, rules }: { year: number; rules: YearlyRule[] }) {
  const { t } = useTranslation("yearly");
  const settled = rules.reduce((sum, { settledInYear }) => sum + settledInYear, 0);
  const sentence = {
    ...{ count: settled, words: t("rules.settled", { count: settled }) },
    to: `/casussen?regeljaar=${year}`,
  };
  const toAll = <LinkButton to="/regels">{t("rules.all")}</LinkButton>;
  return (
    <Card title={t("rules.title")} footer={rules.length === 0 ? undefined : toAll}>
      {rules.length === 0 ? (
        <EmptyState title={t("rules.emptyTitle")} action={toAll}>
          {t("rules.empty")}
        </EmptyState>
      ) : (
        <>
          <p className="mw-account__lead">
            <CountedLinks sentences={[sentence]} />
          </p>
          <ul className="mw-work">
            {rules.map((rule) => (
              <li key={rule.id} className="mw-work__item">
                <Rule rule={rule} year={year} />
                <LevelBadge level={rule.level} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Rule({ rule, year }: { rule: YearlyRule; year: number }) {
  const { t } = useTranslation("yearly");
  const format = useFormat();
  const { settled, settledInYear, cases, hidden, signal, precedentsReplaced } = rule;
  const ofRule = `/casussen?regel=${rule.id}`;
  const counted = [
    { count: settled, words: t("rules.since", { count: settled }), to: ofRule },
    {
      ...{ count: settledInYear, words: t("rules.inYear", { count: settledInYear }) },
      to: `${ofRule}&regeljaar=${year}`,
    },
    {
      ...{ count: precedentsReplaced, words: t("rules.replaced", { count: precedentsReplaced }) },
      to: `/precedenten?rule=${rule.id}`,
    },
  ];
  // Of a rule that settled nothing, one sentence says so.
  const sentences = counted.filter(({ count }, place) => count > 0 || place === 0);
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
        <CountedLinks sentences={sentences} />
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
      {hidden > 0 ? <p className="mw-soft">{t("rules.hidden", { count: hidden })}</p> : null}
    </div>
  );
}

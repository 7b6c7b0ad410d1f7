import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ListedPrecedent } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";

type PrecedentListProps = { precedents: readonly ListedPrecedent[]; title: string };

/** Precedents with what settles whether they compare: level, scope and deciding facts. */
export function PrecedentList({ precedents, title }: PrecedentListProps) {
  return (
    <Card title={title}>
      <ol className="mw-work">
        {precedents.map((precedent) => (
          <PrecedentItem key={precedent.id} precedent={precedent} />
        ))}
      </ol>
    </Card>
  );
}

function PrecedentItem({ precedent }: { precedent: ListedPrecedent }) {
  const { t, language } = useTranslation("precedents");
  const format = useFormat();
  const { id, number, title, level, status, scope, organisation, decidedAt, followed } = precedent;
  const facts = precedent.facts.map(({ label }) => textIn(label, language));
  return (
    <li className="mw-work__item">
      <div className="mw-work__words">
        <p className="mw-work__title">
          <TextLink to={`/precedenten/${id}`}>{title}</TextLink>
        </p>
        <p className="mw-work__facts">
          <span>{number}</span>
          <span>{scope ?? t("list.noScope")}</span>
          <span>{organisation}</span>
          <span>{t("list.decided", { date: format.date(decidedAt) })}</span>
          <span>{t("list.followed", { count: followed })}</span>
        </p>
        {facts.length > 0 ? <p>{t("list.facts", { facts: format.list(facts) })}</p> : null}
      </div>
      <div className="mw-work__facts">
        <LevelBadge level={level} />
        <StatusBadge kind="precedentStatus" status={status} />
      </div>
    </li>
  );
}

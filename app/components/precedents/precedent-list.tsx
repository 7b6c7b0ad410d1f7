import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ComparedCase, ListedPrecedent } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { HitText } from "./hit-text.tsx";

type PrecedentListProps = {
  precedents: readonly ListedPrecedent[];
  title: string;
  /** The case they are compared with. */
  compared: ComparedCase | null;
};

/** Precedents with what settles whether they compare: level, scope and deciding facts. */
export function PrecedentList({ precedents, title, compared }: PrecedentListProps) {
  return (
    <Card title={title}>
      <ol className="mw-work">
        {precedents.map((precedent) => (
          <PrecedentItem key={precedent.id} precedent={precedent} compared={compared} />
        ))}
      </ol>
    </Card>
  );
}

type PrecedentItemProps = { precedent: ListedPrecedent; compared: ComparedCase | null };

function PrecedentItem({ precedent, compared }: PrecedentItemProps) {
  const { t, language } = useTranslation("precedents");
  const format = useFormat();
  const { id, number, title, level, scope, organisation, decidedAt, followed } = precedent;
  const facts = precedent.facts.map(({ label }) => textIn(label, language));
  return (
    <li className="mw-work__item">
      <div className="mw-work__words">
        <p className="mw-work__title">
          <TextLink to={`/precedenten/${id}`}>
            {precedent.titleParts ? <HitText parts={precedent.titleParts} /> : title}
          </TextLink>
        </p>
        <p className="mw-work__facts">
          <span>{number}</span>
          <span>{scope ?? t("list.noScope")}</span>
          <span>{organisation}</span>
          <span>{t("list.decided", { date: format.date(decidedAt) })}</span>
          <span>{t("list.followed", { count: followed })}</span>
        </p>
        {precedent.snippet && precedent.snippet.length > 0 ? (
          <p>
            <HitText parts={precedent.snippet} />
          </p>
        ) : null}
        {facts.length > 0 ? <p>{t("list.facts", { facts: format.list(facts) })}</p> : null}
        {compared ? <Nearness precedent={precedent} compared={compared} /> : null}
      </div>
      <div className="mw-work__facts">
        <LevelBadge level={level} />
        <Standing precedent={precedent} />
      </div>
    </li>
  );
}

/** How little a case differs from it, and the way to both side by side. */
function Nearness({ precedent, compared }: { precedent: ListedPrecedent; compared: ComparedCase }) {
  const { t } = useTranslation("precedents");
  const { id, number, differences } = precedent;
  return (
    <p className="mw-work__facts">
      {differences === undefined ? null : (
        <span>{t("list.differences", { count: differences })}</span>
      )}
      <TextLink to={`/precedenten/vergelijken?casus=${compared.id}&met=${id}`}>
        {t("list.compare", { number })}
      </TextLink>
    </p>
  );
}

/** Its status, and that its term is past where it is. */
function Standing({ precedent: { status, counts, validUntil } }: { precedent: ListedPrecedent }) {
  const { t } = useTranslation("precedents");
  const format = useFormat();
  if (status === "valid" && !counts && validUntil !== null) {
    return <span>{t("list.expired", { date: format.date(validUntil) })}</span>;
  }
  return <StatusBadge kind="precedentStatus" status={status} />;
}

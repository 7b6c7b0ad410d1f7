import { textIn } from "#app/domain/local-text.ts";
import { precedentRelations } from "#app/domain/precedent-relations.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { Citation, PrecedentPage } from "#app/schemas/precedent-view.ts";
import { Badge } from "../badge.tsx";
import { Card } from "../card.tsx";
import { DateTime } from "../date-time.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";

const mostShown = 20;

/** Citation both ways: decisions that named this precedent, and those its own decision named. */
export function PrecedentCitations({ citations }: Pick<PrecedentPage, "citations">) {
  const { t } = useTranslation("precedents");
  const { counts, by, names } = citations;
  const total = counts.followed + counts.distinguished + counts.departed;
  const hidden = total - by.length;
  return (
    <>
      <Card title={t("page.citedBy")}>
        {total === 0 ? <p>{t("page.notCited")}</p> : null}
        {precedentRelations
          .filter((relation) => counts[relation] > 0)
          .map((relation) => (
            <p key={relation}>{t(`page.relation.${relation}`, { count: counts[relation] })}</p>
          ))}
        {hidden > 0 && by.length < mostShown ? (
          <p>{t("page.notReadable", { count: hidden })}</p>
        ) : null}
        <CitationList citations={by} words="asRelation" />
      </Card>
      {names.length > 0 ? (
        <Card title={t("page.names")}>
          <CitationList citations={names} words="ownRelation" />
        </Card>
      ) : null}
    </>
  );
}

type CitationListProps = { citations: Citation[]; words: "asRelation" | "ownRelation" };

function CitationList({ citations, words }: CitationListProps) {
  const { t, language } = useTranslation("precedents");
  const format = useFormat();
  if (citations.length === 0) return null;
  return (
    <ul className="mw-citations">
      {citations.map(({ relation, level, at, differences, decision, precedent }, place) => (
        <li key={place}>
          <Badge>{t(`page.${words}.${relation}`)}</Badge>{" "}
          {precedent ? (
            <TextLink to={`/precedenten/${precedent.id}`}>
              {t("page.citingPrecedent", precedent)}
            </TextLink>
          ) : null}{" "}
          {precedent && decision ? <br /> : null}
          {decision ? (
            <TextLink to={`/casussen/${decision.caseId}/besluiten/${decision.id}`}>
              {t("page.citingCase", decision)}
            </TextLink>
          ) : null}{" "}
          {at === null ? null : <DateTime moment={at} day />}{" "}
          {level === null ? null : <LevelBadge level={level} />}
          {differences.length > 0 ? (
            <p className="mw-hint">
              {t("page.differs", {
                facts: format.list(differences.map((label) => textIn(label, language))),
              })}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

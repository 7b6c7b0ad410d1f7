import { lifeEvents, type LifeEvent } from "#app/domain/case-file.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentPage } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { LawLink } from "../law-link.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";

/** Where it belongs, where it comes from and who looks after it. */
export function PrecedentAbout({ page }: { page: PrecedentPage }) {
  const { t } = useTranslation("precedents");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const { precedent, source } = page;
  const isKnown = (event: string): event is LifeEvent => lifeEvents.some((each) => each === event);
  const events = precedent.lifeEvents.filter(isKnown).map((event) => terms(`lifeEvent.${event}`));
  const dateOf = (moment: number | null) => (moment === null ? null : format.date(moment));
  const review = precedent.status === "valid" ? dateOf(precedent.reviewDate) : null;
  return (
    <Card title={t("page.about")}>
      <DataList
        items={[
          { key: "level", label: t("page.level"), value: <LevelBadge level={precedent.level} /> },
          { key: "scope", label: t("page.scope"), value: page.scope },
          { key: "organisation", label: t("page.organisation"), value: page.organisation },
          { key: "decided", label: t("page.decided"), value: dateOf(precedent.decidedAt) },
          { key: "published", label: t("page.published"), value: dateOf(precedent.publishedAt) },
          {
            key: "visibility",
            label: t("page.visibility"),
            value: terms(`visibility.${precedent.visibility}`),
          },
          { key: "events", label: t("page.lifeEvents"), value: format.list(events) },
          { key: "law", label: t("page.law"), value: <LawReferences page={page} /> },
          { key: "owner", label: t("page.owner"), value: page.isOwn ? page.owner : null },
          { key: "publisher", label: t("page.publisher"), value: page.publisher },
          { key: "review", label: t("page.review"), value: review },
          {
            key: "source",
            label: t("page.source"),
            value: source ? (
              <TextLink to={`/casussen/${source.caseId}/besluiten/${source.id}`}>
                {t("page.sourceLink", { number: source.caseNumber })}
              </TextLink>
            ) : null,
          },
        ]}
      />
    </Card>
  );
}

function LawReferences({ page: { lawReferences } }: { page: PrecedentPage }) {
  const { t } = useTranslation();
  if (lawReferences.length === 0) return t("none");
  return (
    <ul>
      {lawReferences.map((reference) => (
        <li key={reference.value}>
          <LawLink reference={reference} />
        </li>
      ))}
    </ul>
  );
}

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
  const { precedent, source, life, scope } = page;
  const isKnown = (event: string): event is LifeEvent => lifeEvents.some((each) => each === event);
  const events = precedent.lifeEvents.filter(isKnown).map((event) => terms(`lifeEvent.${event}`));
  const dateOf = (moment: number | null) => (moment === null ? null : format.date(moment));
  const review = life.counts ? dateOf(precedent.reviewDate) : null;
  return (
    <Card title={t("page.about")}>
      <DataList
        items={[
          { key: "level", label: t("page.level"), value: <LevelBadge level={precedent.level} /> },
          {
            key: "scope",
            label: t("page.scope"),
            value: <Scope scope={scope} isOwn={page.isOwn} />,
          },
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
          { key: "reviewed", label: t("page.reviewed"), value: dateOf(life.reviewedAt) },
          { key: "until", label: t("page.until"), value: life.counts ? null : dateOf(life.until) },
          {
            key: "source",
            label: t("page.source"),
            value: source ? (
              <TextLink to={`/casussen/${source.caseId}/besluiten/${source.id}`}>
                {t("page.sourceLink", { number: source.caseNumber })}
              </TextLink>
            ) : precedent.source === "import" ? (
              [t("page.imported"), page.importedFrom].filter(Boolean).join(": ")
            ) : null,
          },
          { key: "external", label: t("page.externalId"), value: precedent.externalId },
        ]}
      />
    </Card>
  );
}

/** In the own organisation with the way to its line. */
function Scope({ scope, isOwn }: Pick<PrecedentPage, "scope" | "isOwn">) {
  const { t } = useTranslation();
  if (!scope) return t("none");
  if (!isOwn) return scope.name;
  return <TextLink to={`/precedenten/lijn/${scope.id}`}>{scope.name}</TextLink>;
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

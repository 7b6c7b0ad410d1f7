import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PrecedentPage } from "#app/schemas/precedent-view.ts";
import { Card } from "../card.tsx";
import { DateTime } from "../date-time.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { TextLink } from "../text-link.tsx";

/** Decisions that named this precedent: those one may read, and how many there are in all. */
export function PrecedentFollowers({ followers }: Pick<PrecedentPage, "followers">) {
  const { t } = useTranslation("precedents");
  const { total, readable } = followers;
  const hidden = total - readable.length;
  return (
    <Card title={t("page.followers")}>
      <p>
        {t("page.followed", { count: total })}
        {hidden > 0 && readable.length < 20
          ? ` ${t("page.followersHidden", { count: hidden })}`
          : ""}
      </p>
      {readable.length > 0 ? (
        <ul>
          {readable.map(({ id, caseId, number, title, level, takenAt }) => (
            <li key={id}>
              <TextLink to={`/casussen/${caseId}/besluiten/${id}`}>
                {t("page.follower", { number, title })}
              </TextLink>{" "}
              {takenAt === null ? null : <DateTime moment={takenAt} day />}{" "}
              {level === null ? null : <LevelBadge level={level} />}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

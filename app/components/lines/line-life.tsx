import { equalTreatmentAnswers } from "#app/domain/precedent-relations.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { LinePage } from "#app/schemas/line-view.ts";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { DateTime } from "../date-time.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { Named } from "./line-consistency.tsx";

/** How old the line is, and what waits to be looked at again. */
export function LineAge({ page: { age, reviews, now } }: { page: LinePage }) {
  const { t } = useTranslation("lines");
  const format = useFormat();
  return (
    <Card title={t("age.title")}>
      {age ? (
        <DataList
          items={[
            { key: "oldest", label: t("age.oldest"), value: format.date(age.oldest) },
            { key: "median", label: t("age.median"), value: format.date(age.median) },
            { key: "old", label: t("age.old"), value: format.number(age.old) },
          ]}
        />
      ) : null}
      <h3 className="nl-heading nl-heading--level-4">{t("age.reviews")}</h3>
      <p>{t("age.due", { count: reviews.total })}</p>
      {reviews.rows.length > 0 ? (
        <ul>
          {reviews.rows.map((row) => (
            <li key={row.id}>
              <Named precedent={row} />{" "}
              {t(row.reviewDate <= now ? "age.overdue" : "age.before", {
                date: format.date(row.reviewDate),
              })}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

/** When the line was changed on purpose. */
export function LineChanges({ changes }: Pick<LinePage, "changes">) {
  const { t } = useTranslation("lines");
  return (
    <Card title={t("changes.title")}>
      {changes.length === 0 ? <p>{t("changes.none")}</p> : null}
      <ul>
        {changes.map(({ id, at, decision, from }) => (
          <li key={id}>
            <DateTime moment={at} day />{" "}
            {decision ? (
              <TextLink to={`/casussen/${decision.caseId}/besluiten/${decision.id}`}>
                {t("changes.decision")}
              </TextLink>
            ) : null}
            {from.length > 0 ? (
              <>
                {" "}
                {t("changes.from")}
                <ul>
                  {from.map((precedent) => (
                    <li key={precedent.id}>
                      <Named precedent={precedent} />
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What decisions answered when they were compared with the line. */
export function LineAnswers({ answers }: Pick<LinePage, "answers">) {
  const { t } = useTranslation("lines");
  const format = useFormat();
  const present = equalTreatmentAnswers.filter((answer) => answers[answer] > 0);
  return (
    <Card title={t("answers.title")}>
      {present.length === 0 ? (
        <p>{t("answers.none")}</p>
      ) : (
        <DataList
          items={present.map((answer) => ({
            key: answer,
            label: t(`answers.${answer}`),
            value: format.number(answers[answer]),
          }))}
        />
      )}
    </Card>
  );
}

/** What counted once: still to be found. */
export function LineEnded({ ended }: Pick<LinePage, "ended">) {
  const { t } = useTranslation("lines");
  const { t: terms } = useTranslation("precedents");
  const format = useFormat();
  const more = ended.total - ended.rows.length;
  if (ended.total === 0) return null;
  return (
    <Card title={t("ended.title")} tone="quiet">
      <p>{t("ended.text")}</p>
      <ul>
        {ended.rows.map((row) => (
          <li key={row.id}>
            <Named precedent={row} />{" "}
            {row.status === "valid" ? (
              terms("page.expired")
            ) : (
              <StatusBadge kind="precedentStatus" status={row.status} />
            )}{" "}
            {row.until === null ? null : <DateTime moment={row.until} day />}
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t("more", { count: more, number: format.number(more) })}</p> : null}
    </Card>
  );
}

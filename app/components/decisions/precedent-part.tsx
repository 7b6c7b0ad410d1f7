import { textIn } from "#app/domain/local-text.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { DecisionPage } from "#app/schemas/decision-view.ts";
import { Card } from "../card.tsx";
import { LevelBadge } from "../level-badge.tsx";
import { Prose } from "../prose.tsx";
import { RightLink } from "../right-link.tsx";
import { TextLink } from "../text-link.tsx";

/** How the decision relates to earlier ones, and the view of who did not agree. */
export function PrecedentPart({ page }: { page: DecisionPage }) {
  const { decision, precedents } = page;
  const { t, language } = useTranslation("decisions");
  const { list } = useFormat();
  const { t: terms } = useTranslation();
  if (decision.kind === "withdrawal") return null;
  return (
    <>
      <Card title={t("page.precedents")}>
        <Answer page={page} />
        {decision.precedentCheck ? (
          <p>{terms(`precedentCheckAnswer.${decision.precedentCheck}`)}</p>
        ) : null}
        {precedents.length > 0 ? (
          <ul>
            {precedents.map(({ id, number, title, level, relation, differences }) => (
              <li key={id}>
                <RightLink right="precedent.read" to={`/precedenten/${id}`}>
                  {number} {title}
                </RightLink>{" "}
                <LevelBadge level={level} /> {t(`treatment.relation.${relation}`)}
                {differences.length > 0 ? (
                  <p>
                    {t("treatment.differ", {
                      facts: list(differences.map((label) => textIn(label, language))),
                    })}
                  </p>
                ) : null}
              </li>
            ))}
          </ul>
        ) : null}
        {/* Who proposed the change of line on the form wrote the same words there. */}
        {page.treatment.lineChange?.motivation === decision.precedentCheckText ? null : (
          <Prose text={decision.precedentCheckText} />
        )}
      </Card>
      <Card title={t("page.minority")}>
        <Prose text={decision.minorityView || t("page.noMinority")} />
      </Card>
    </>
  );
}

/** What earlier decisions committed it to when it was taken, and what it answered. */
function Answer({ page: { treatment, levels } }: { page: DecisionPage }) {
  const { t, language } = useTranslation("decisions");
  const { answer, atLeast, atMost, conflict, lineChange } = treatment;
  if (answer === null) return null;
  const words = (level: number) => {
    const name = levels?.[level];
    return { level: name ? textIn(name, language) : level };
  };
  return (
    <>
      <p>{t(`treatment.answer.${answer}`)}</p>
      {atLeast === null ? null : <p>{t("treatment.tookAtLeast", words(atLeast))}</p>}
      {atMost === null ? null : <p>{t("treatment.tookAtMost", words(atMost))}</p>}
      {conflict ? <p>{t("treatment.conflict")}</p> : null}
      {lineChange ? (
        <>
          <Prose text={lineChange.motivation} />
          <p>
            <TextLink to={`/lijnwijzigingen/${lineChange.id}`}>{t("lineChange.title")}</TextLink>
          </p>
        </>
      ) : null}
    </>
  );
}

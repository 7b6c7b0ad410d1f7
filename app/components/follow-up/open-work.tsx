import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { FollowUpPage } from "#app/schemas/follow-up-view.ts";
import type { OpenProceeding } from "#app/schemas/proceeding-view.ts";
import { Card } from "../card.tsx";
import { StatusBadge } from "../status-badge.tsx";
import { TextLink } from "../text-link.tsx";
import { Condition } from "./conditions.tsx";
import { useDaysLeft } from "./days-left.ts";
import { PlannedReview } from "./reviews.tsx";

type OpenWorkProps = { page: FollowUpPage; result: FormResult | undefined };

/** All that must still happen, by whom and until when: the nearest day first. */
export function OpenWork({ page, result }: OpenWorkProps) {
  const { t } = useTranslation("aftercare");
  const { caseFile, documents } = page;
  const items = [
    ...page.conditions
      .filter(({ doneAt }) => doneAt === null)
      .map((condition) => ({
        ...condition,
        words: <Condition {...{ condition, caseId: caseFile.id, documents, result }} />,
      })),
    ...page.reviews
      .filter(({ heldAt }) => heldAt === null)
      .map((review) => ({ ...review, words: <PlannedReview {...{ review, page, result }} /> })),
    ...page.proceedings.map((proceeding) => ({
      ...proceeding,
      words: <Proceeding proceeding={proceeding} caseId={caseFile.id} />,
    })),
  ].sort((a, b) => a.dueDate - b.dueDate);
  return (
    <Card title={t("todo.title")}>
      {items.length === 0 ? (
        <p>{t("todo.none")}</p>
      ) : (
        <ul className="mw-work">
          {items.map(({ id, state, words }) => (
            <li key={id} className="mw-work__item">
              <div className="mw-work__words">{words}</div>
              <StatusBadge kind="dueState" status={state} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function Proceeding({ proceeding, caseId }: { proceeding: OpenProceeding; caseId: string }) {
  const { t } = useTranslation("aftercare");
  const { t: terms } = useTranslation();
  const format = useFormat();
  const left = useDaysLeft();
  const { kind, step, owner, dueDate, daysLeft } = proceeding;
  return (
    <>
      <p className="mw-work__title">
        <TextLink to={`/casussen/${caseId}/procedures`}>{terms(`remedyKind.${kind}`)}</TextLink>
      </p>
      <p>{t(`proceedings.step.${step === "outcome" ? kind : step}`)}</p>
      <p className="mw-work__facts">
        <span>{t("proceedings.owner", { name: owner })}</span>
        <span>{t("proceedings.dueOn", { date: format.date(dueDate) })}</span>
        <span className={daysLeft < 0 ? "mw-work__overdue" : undefined}>{left(daysLeft)}</span>
      </p>
    </>
  );
}

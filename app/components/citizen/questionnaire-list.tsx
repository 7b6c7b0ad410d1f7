import { citizenQuestions, type CitizenAnswers } from "#app/domain/questionnaire.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { CaseQuestionnaire, QuestionnairesPage } from "#app/schemas/questionnaire-view.ts";
import { Badge, type Tone } from "../badge.tsx";
import { Card } from "../card.tsx";
import { DataList } from "../data-list.tsx";
import { EmptyState } from "../empty-state.tsx";
import { Form, HiddenField, SubmitButton } from "../form/index.ts";
import * as icons from "../icons.ts";
import { Prose } from "../prose.tsx";
import { resultOf } from "../result-of.ts";

const looks: Record<CaseQuestionnaire["state"], { tone: Tone; icon: typeof icons.IconClock }> = {
  open: { tone: "info", icon: icons.IconClock },
  answered: { tone: "positive", icon: icons.IconCircleCheck },
  expired: { tone: "neutral", icon: icons.IconCircleX },
  withdrawn: { tone: "neutral", icon: icons.IconCircleX },
};

type ListProps = { page: QuestionnairesPage; result: unknown };

/** The links of a case with where they stand, and what the citizen answered. */
export function QuestionnaireList({ page, result }: ListProps) {
  const { t } = useTranslation("questionnaires");
  const { questionnaires } = page;
  return (
    <Card title={t("list.title")}>
      {questionnaires.length === 0 ? (
        <EmptyState title={t("list.emptyTitle")}>{t("list.empty")}</EmptyState>
      ) : (
        <ul className="mw-work">
          {questionnaires.map((one) => (
            <li key={one.id} className="mw-work__item">
              <div className="mw-work__words">
                <One one={one} mayInvite={page.mayInvite} result={result} />
              </div>
              <Badge {...looks[one.state]}>{t(`state.${one.state}`)}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

type OneProps = { one: CaseQuestionnaire; mayInvite: boolean; result: unknown };

function One({ one, mayInvite, result }: OneProps) {
  const { t } = useTranslation("questionnaires");
  const format = useFormat();
  const made = format.date(one.createdAt);
  const own = resultOf(result, "withdraw");
  return (
    <>
      <p className="mw-work__title">
        {one.reviewHeldAt === null
          ? t(`moment.${one.moment}`)
          : t("list.reviewOf", { date: format.date(one.reviewHeldAt) })}
      </p>
      <p className="mw-work__facts">
        <span>
          {t("list.made")} {t("list.madeBy", { date: made, name: one.createdBy })}
        </span>
        {one.state === "open" ? (
          <span>
            {t("list.until")} {format.date(one.expiresAt)}
          </span>
        ) : null}
      </p>
      {one.answeredAt === null ? null : (
        <Answers answers={one.answers} answered={format.date(one.answeredAt)} />
      )}
      {one.state === "open" && mayInvite ? (
        <Form
          intent="withdraw"
          result={own?.values.questionnaireId === one.id ? own : undefined}
          warnOnLeave={false}
          className="mw-form--button"
        >
          <HiddenField name="questionnaireId" value={one.id} />
          <SubmitButton purpose="secondary">
            {t("list.withdraw")}
            <span className="mw-visually-hidden">: {t("list.withdrawOf", { date: made })}</span>
          </SubmitButton>
        </Form>
      ) : null}
    </>
  );
}

type AnswersProps = { answers: CitizenAnswers | null; answered: string };

function Answers({ answers, answered }: AnswersProps) {
  const { t } = useTranslation("questionnaires");
  if (!answers) return <p>{t("list.notForYou")}</p>;
  return (
    <>
      <p>{t("list.answers", { date: answered })}</p>
      <DataList
        items={[
          ...citizenQuestions.map((question) => ({
            key: question,
            label: t(`question.${question}`),
            value: t(`choice.${answers[question] ?? "skipped"}`),
          })),
          {
            key: "words",
            label: t("list.words"),
            value: answers.words ? <Prose text={answers.words} /> : t("list.noWords"),
          },
        ]}
      />
    </>
  );
}

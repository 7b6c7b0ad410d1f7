import { daysToAnswer } from "#app/domain/handover.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import type { HandoverAnswer, ReceivedHandover, SentHandover } from "#app/schemas/handover-view.ts";
import { Card } from "../card.tsx";
import { Stack } from "../columns.tsx";
import { DataList } from "../data-list.tsx";
import { LinkButton } from "../link-button.tsx";
import { PageHeader } from "../page-header.tsx";
import { Prose } from "../prose.tsx";
import { TextLink } from "../text-link.tsx";
import { AnswerForms, OwnCase } from "./answer-forms.tsx";
import { DaysLeft } from "./days-left.tsx";
import { HandoverStatusBadge } from "./handover-status.tsx";
import { SentActs } from "./sent-acts.tsx";
import { WhatIsRead } from "./shared-content.tsx";

/** A handover for who received it: what was shared, and the answer. */
export function ReceivedPage({
  page,
  result,
}: {
  page: ReceivedHandover;
  result: FormResult | undefined;
}) {
  const { t } = useTranslation("handovers");
  const { shown, status, from, now } = page;
  return (
    <>
      <PageHeader
        title={t("page.titleReceived", { name: from })}
        lead={<Standing status={status} answerBy={shown?.answerBy ?? now} now={now} />}
      />
      <Stack>
        {shown ? (
          <Card title={t("page.asked")}>
            <WhatIsRead shown={shown} />
          </Card>
        ) : (
          <p>{t(status === "withdrawn" ? "page.goneWithdrawn" : "page.gone")}</p>
        )}
        {status === "sent" ? (
          <AnswerForms page={page} result={result} />
        ) : (
          <AnswerCard answer={page} />
        )}
        {status === "accepted" ? <OwnCase page={page} result={result} /> : null}
      </Stack>
    </>
  );
}

/** A handover for who sent it: the case it is about, what went along, and what came back. */
export function SentPage({ page, result }: { page: SentHandover; result: FormResult | undefined }) {
  const { t } = useTranslation("handovers");
  const format = useFormat();
  const { shown, caseFile, status, now, isOutside, id } = page;
  return (
    <>
      <PageHeader
        title={t("page.titleSent", { name: shown.to })}
        lead={<Standing status={status} answerBy={shown.answerBy} now={now} />}
        actions={
          <>
            {isOutside ? (
              <LinkButton to={`/overdrachten/${id}/meenemen`}>{t("page.takeAlong")}</LinkButton>
            ) : null}
            <LinkButton to={`/casussen/${caseFile.id}`}>{t("page.toCase")}</LinkButton>
          </>
        }
      />
      <Stack>
        <DataList
          items={[
            {
              key: "case",
              label: t("page.case"),
              value: (
                <TextLink to={`/casussen/${caseFile.id}`}>
                  {caseFile.number} {caseFile.title}
                </TextLink>
              ),
            },
            { key: "reach", label: t("page.reach"), value: page.contactReach },
          ]}
        />
        {status === "sent" ? (
          <p>{t("page.noAnswer", { date: format.date(shown.answerBy) })}</p>
        ) : (
          <AnswerCard answer={page} />
        )}
        <SentActs page={page} result={result} />
        <Card title={t("page.read")}>
          <WhatIsRead shown={shown} />
        </Card>
      </Stack>
    </>
  );
}

type StandingProps = { status: HandoverAnswer["status"]; answerBy: number; now: number };

function Standing({ status, answerBy, now }: StandingProps) {
  return (
    <p className="mw-row">
      <HandoverStatusBadge status={status} />
      {status === "sent" ? <DaysLeft days={daysToAnswer({ answerBy, now })} /> : null}
    </p>
  );
}

function AnswerCard({
  answer: { status, answer, answeredBy, answeredAt },
}: {
  answer: HandoverAnswer;
}) {
  const { t } = useTranslation("handovers");
  const format = useFormat();
  const date = answeredAt === null ? "" : format.date(answeredAt);
  const words = { status: t(`status.${status}`), date };
  return (
    <Card title={t("page.answer")}>
      <p>
        {answeredBy
          ? t("page.answeredBy", { ...words, name: answeredBy })
          : t("page.answeredOn", words)}
      </p>
      <Prose text={answer} />
    </Card>
  );
}

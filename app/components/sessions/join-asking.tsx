import { useLocation, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FormResult } from "#app/schemas/form-result.ts";
import { Alert } from "../alert.tsx";
import { Card } from "../card.tsx";
import { DateTime } from "../date-time.tsx";
import { Form, FormActions, SubmitButton } from "../form/index.ts";
import { PageHeader } from "../page-header.tsx";
import { RefusedMove } from "./refused-move.tsx";

const askAgainMs = 5000;

type JoinAskingProps = {
  session: { title: string; startsAt: number };
  answer: "waiting" | "refused" | null;
  result: FormResult | undefined;
};

/** For who came by the link and has no part in the session yet. */
export function JoinAsking({ session, answer, result }: JoinAskingProps) {
  const { t } = useTranslation("sessions");
  return (
    <>
      <PageHeader
        above={t("session.above")}
        title={session.title}
        lead={<DateTime moment={session.startsAt} />}
      />
      <RefusedMove result={result} />
      <div role="status">
        {answer === "waiting" ? <Waiting /> : null}
        {answer === "refused" ? (
          <Alert title={t("asking.refused")}>
            <p>{t("asking.refusedText")}</p>
          </Alert>
        ) : null}
      </div>
      {answer === null ? (
        <Card title={t("asking.title")} tone="accent">
          <p>{t("asking.text")}</p>
          <Form intent="ask" warnOnLeave={false}>
            <FormActions>
              <SubmitButton>{t("asking.ask")}</SubmitButton>
            </FormActions>
          </Form>
        </Card>
      ) : null}
    </>
  );
}

/** Looks by itself whether there is an answer; without JavaScript by the link. */
function Waiting() {
  const { t } = useTranslation("sessions");
  const { pathname } = useLocation();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const asking = setInterval(() => {
      if (!document.hidden) revalidate();
    }, askAgainMs);
    return () => clearInterval(asking);
  }, [revalidate]);
  return (
    <Alert title={t("asking.waiting")}>
      <p>{t("asking.waitingText")}</p>
      <p>
        <a className="nl-link" href={pathname}>
          {t("asking.look")}
        </a>
      </p>
    </Alert>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "#app/components/card.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { Agenda } from "#app/components/sessions/agenda.tsx";
import { JoinCard } from "#app/components/sessions/join-card.tsx";
import { JoinRequests } from "#app/components/sessions/join-requests.tsx";
import { TakeOver } from "#app/components/sessions/leading.tsx";
import { LiveNotice } from "#app/components/sessions/live-notice.tsx";
import { RefusedMove } from "#app/components/sessions/refused-move.tsx";
import { SessionFacts } from "#app/components/sessions/session-facts.tsx";
import { Timer } from "#app/components/sessions/timer.tsx";
import { useSessionEvents } from "#app/components/sessions/use-session-events.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useHasRight } from "#app/components/shell/use-shell.ts";
import { RaiseLink } from "#app/components/signals/raise-link.tsx";
import { ReflectionCard } from "#app/components/signals/reflection-card.tsx";
import { StatusBadge } from "#app/components/status-badge.tsx";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sessionActionSchema } from "#app/schemas/session.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { notFound, redirectWithFlash } from "#app/server/http.server.ts";
import { handleSessionMove } from "#app/server/session-moves.server.ts";
import { getSessionPage } from "#app/server/sessions.server.ts";

export const meta = ({ data }: { data: { session: { title: string } } | undefined }) =>
  pageTitle(data?.session.title ?? "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("sessions")("title"), to: "/zittingen" },
  { label: data.session.title },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.read");
  return getSessionPage(access, params.sessionId ?? notFound());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  const sessionId = params.sessionId ?? notFound();
  return handleForm(request, sessionActionSchema, async (submission) => {
    const flash = await handleSessionMove(access, sessionId, submission);
    return redirectWithFlash(`/zittingen/${sessionId}`, flash);
  });
}

export default function SessionPage() {
  const page = useLoaderData<typeof loader>();
  const following = useSessionEvents(page.session.id, page.position);
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sessions");
  const { t: terms } = useTranslation();
  const audits = useHasRight("audit.read");
  const { session, plans, leads, door, timer } = page;
  return (
    <>
      <PageHeader
        above={t("session.above")}
        title={session.title}
        lead={
          <>
            <StatusBadge kind="sessionStatus" status={session.status} />
            {leads ? <span>{t("session.youLead")}</span> : null}
          </>
        }
        actions={
          plans && session.status !== "closed" ? (
            <LinkButton to={`/zittingen/${session.id}/bewerken`}>{terms("edit")}</LinkButton>
          ) : null
        }
      />
      <LiveNotice {...following} />
      <RefusedMove result={result} />
      {timer ? <Timer timer={timer} /> : null}
      {door ? (
        <JoinRequests waiting={door.waiting} perspectives={page.questionSet?.perspectives ?? []} />
      ) : null}
      <Columns>
        <Agenda {...page} sessionId={session.id} />
        <Stack>
          {page.reflection ? (
            <ReflectionCard sessionId={session.id} reflection={page.reflection} />
          ) : null}
          <Card title={t("session.facts")}>
            <SessionFacts {...page} />
            {audits ? (
              <p>
                <TextLink to={`/audit/zittingen/${session.id}`}>{t("session.blindness")}</TextLink>
              </p>
            ) : null}
            <RaiseLink from={`zitting=${session.id}`}>{t("session.raiseSignal")}</RaiseLink>
          </Card>
          {page.deputises ? <TakeOver facilitator={page.facilitator} /> : null}
          {door ? <JoinCard way={door.open} unfolded={session.status === "planned"} /> : null}
        </Stack>
      </Columns>
    </>
  );
}

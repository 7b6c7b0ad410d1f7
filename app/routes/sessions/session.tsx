import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "#app/components/card.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { Form, SubmitButton } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { Agenda } from "#app/components/sessions/agenda.tsx";
import { SessionFacts } from "#app/components/sessions/session-facts.tsx";
import { useSessionEvents } from "#app/components/sessions/use-session-events.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { StatusBadge } from "#app/components/status-badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { sessionActionSchema } from "#app/schemas/session.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { notFound, redirectWithFlash } from "#app/server/http.server.ts";
import { takeOverSession } from "#app/server/sessions-planning.server.ts";
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
  return handleForm(request, sessionActionSchema, async () => {
    await takeOverSession(access, sessionId);
    return redirectWithFlash(`/zittingen/${sessionId}`, "session_taken_over");
  });
}

export default function SessionPage() {
  const page = useLoaderData<typeof loader>();
  useSessionEvents(page.session.id, page.position);
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sessions");
  const { t: terms } = useTranslation();
  const { session, plans, leads, mayTakeOver } = page;
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
      <Columns>
        <Agenda {...page} sessionId={session.id} />
        <Stack>
          <Card title={t("session.facts")}>
            <SessionFacts {...page} />
          </Card>
          {mayTakeOver && session.status !== "closed" ? (
            <Card title={t("session.takeOverTitle")} tone="quiet">
              <p>{t("session.takeOverText", { name: page.facilitator })}</p>
              <Form intent="take_over" result={result} warnOnLeave={false}>
                <SubmitButton purpose="secondary">{t("session.takeOver")}</SubmitButton>
              </Form>
            </Card>
          ) : null}
        </Stack>
      </Columns>
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { SessionForm } from "#app/components/sessions/session-form.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { dutchTime } from "#app/schemas/dutch-time.ts";
import { sessionSchema } from "#app/schemas/session.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { notFound, redirectWithFlash } from "#app/server/http.server.ts";
import { getSessionEdit } from "#app/server/sessions-form.server.ts";
import { updateSession } from "#app/server/sessions-planning.server.ts";

export const meta = titleFrom("sessions", "form.editTitle");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("sessions")("title"), to: "/zittingen" },
  { label: data.session.title, to: `/zittingen/${data.session.id}` },
  { label: texts("sessions")("form.editTitle") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  return getSessionEdit(access, params.sessionId ?? notFound());
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  const sessionId = params.sessionId ?? notFound();
  return handleForm(request, sessionSchema, async ({ input }) => {
    await updateSession(access, sessionId, input);
    return redirectWithFlash(`/zittingen/${sessionId}`, "session_saved");
  });
}

export default function EditSession() {
  const { session, form, observerIds, caseIds, started } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sessions");
  const { startsAt, deadline, ...fields } = session;
  return (
    <>
      <PageHeader above={session.title} title={t("form.editTitle")} />
      <SessionForm
        choices={form}
        values={{
          ...fields,
          startsAt: dutchTime(startsAt),
          deadline: deadline === null ? "" : dutchTime(deadline),
          observerIds,
          caseIds,
        }}
        version={session.version}
        started={started}
        result={result}
        back={`/zittingen/${session.id}`}
      />
    </>
  );
}

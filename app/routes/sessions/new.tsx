import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { SessionForm } from "#app/components/sessions/session-form.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { newSessionSchema } from "#app/schemas/session.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getSessionForm } from "#app/server/sessions-form.server.ts";
import { createSession } from "#app/server/sessions-planning.server.ts";

export const meta = titleFrom("sessions", "form.newTitle");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("sessions")("title"), to: "/zittingen" },
  { label: texts("sessions")("form.newTitle") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  const caseIds = new URL(request.url).searchParams.getAll("casus");
  const choices = await getSessionForm(access, { sessionId: null, caseIds });
  return { choices, facilitatorId: access.person.id, caseIds };
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  return handleForm(request, newSessionSchema, async ({ input, formKey }) => {
    const id = await createSession(access, input, formKey);
    return redirectWithFlash(`/zittingen/${id}`, "session_created");
  });
}

export default function NewSession() {
  const { choices, facilitatorId, caseIds } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sessions");
  const questionSetId = choices.questionSets[0]?.id ?? "";
  return (
    <>
      <PageHeader title={t("form.newTitle")} lead={t("form.newLead")} />
      <SessionForm
        choices={choices}
        values={{ kind: "live", facilitatorId, caseIds, questionSetId }}
        result={result}
        back="/zittingen"
      />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { LiveNotice } from "#app/components/sessions/live-notice.tsx";
import { RevealForm } from "#app/components/sessions/reveal-form.tsx";
import { useSessionEvents } from "#app/components/sessions/use-session-events.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { revealSchema } from "#app/schemas/results.ts";
import { requireRight } from "#app/server/access.server.ts";
import { itemAddress } from "#app/server/agenda-items.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getRevealPage, revealItem } from "#app/server/reveal.server.ts";

export const meta = titleFrom("sessions", "reveal.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("sessions")("title"), to: "/zittingen" },
  { label: data.session.title, to: `/zittingen/${data.session.id}` },
  {
    label: data.caseFile.title,
    to: `/zittingen/${data.session.id}/casussen/${data.caseFile.id}`,
  },
  { label: texts("sessions")("reveal.title") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  return getRevealPage(access, itemAddress(params));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  const address = itemAddress(params);
  return handleForm(request, revealSchema, async ({ input }) => {
    await revealItem(access, address, input.reason, input.round);
    const item = `/zittingen/${address.sessionId}/casussen/${address.caseId}`;
    return redirectWithFlash(`${item}/uitkomst`, "revealed");
  });
}

export default function Reveal() {
  const page = useLoaderData<typeof loader>();
  const following = useSessionEvents(page.session.id, page.position, { caseId: page.caseFile.id });
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sessions");
  return (
    <>
      <PageHeader
        above={`${page.caseFile.number} ${page.caseFile.title}`}
        title={t("reveal.title")}
        lead={t("reveal.lead")}
      />
      <LiveNotice {...following} />
      <RevealForm {...page} result={result} />
    </>
  );
}

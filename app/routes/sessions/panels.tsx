import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { MembersForm } from "#app/components/sessions/members-form.tsx";
import { WeightsForm } from "#app/components/sessions/weights-form.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { panelSchema } from "#app/schemas/panel.ts";
import { requireRight } from "#app/server/access.server.ts";
import { itemAddress } from "#app/server/agenda-items.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { updateMembers, updateWeights } from "#app/server/panels-changes.server.ts";
import { getPanels } from "#app/server/panels.server.ts";

export const meta = titleFrom("sessions", "panels.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("sessions")("title"), to: "/zittingen" },
  { label: data.session.title, to: `/zittingen/${data.session.id}` },
  {
    label: data.caseFile.title,
    to: `/zittingen/${data.session.id}/casussen/${data.caseFile.id}`,
  },
  { label: texts("sessions")("panels.title") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  return getPanels(access, itemAddress(params));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.lead");
  const address = itemAddress(params);
  const here = `/zittingen/${address.sessionId}/casussen/${address.caseId}`;
  return handleForm(request, panelSchema, async ({ input }) => {
    if (input.intent === "members") {
      await updateMembers(access, address, input);
      return redirectWithFlash(here, "saved");
    }
    await updateWeights(access, address, input);
    // Stays here: without JavaScript this is where the weights that follow are seen first.
    return redirectWithFlash(`${here}/panels`, "saved");
  });
}

export default function Panels() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sessions");
  const sent = result?.values.intent;
  return (
    <>
      <PageHeader
        above={`${page.caseFile.number} ${page.caseFile.title}`}
        title={t("panels.title")}
        lead={t("panels.lead")}
      />
      <MembersForm {...page} result={sent === "members" ? result : undefined} />
      <WeightsForm {...page} result={sent === "weights" ? result : undefined} />
    </>
  );
}

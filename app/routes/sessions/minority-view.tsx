import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { MinorityForm } from "#app/components/sessions/minority-form.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { minoritySchema } from "#app/schemas/results.ts";
import { requireRight } from "#app/server/access.server.ts";
import { itemAddress } from "#app/server/agenda-items.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getMinorityPage, handleMinorityView } from "#app/server/minority-views.server.ts";

export const meta = titleFrom("results", "minority.pageTitle");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => {
  const item = `/zittingen/${data.session.id}/casussen/${data.caseFile.id}`;
  return [
    { label: texts("sessions")("title"), to: "/zittingen" },
    { label: data.session.title, to: `/zittingen/${data.session.id}` },
    { label: data.caseFile.title, to: item },
    { label: texts("results")("title"), to: `${item}/uitkomst` },
    { label: texts("results")("minority.pageTitle") },
  ];
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.score");
  return getMinorityPage(access, itemAddress(params));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.score");
  const address = itemAddress(params);
  return handleForm(request, minoritySchema, async (submission) => {
    const flash = await handleMinorityView(access, address, submission);
    const item = `/zittingen/${address.sessionId}/casussen/${address.caseId}`;
    return redirectWithFlash(`${item}/uitkomst#minderheid`, flash);
  });
}

export default function MinorityViewPage() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("results");
  return (
    <>
      <PageHeader
        above={`${page.caseFile.number} ${page.caseFile.title}`}
        title={t("minority.pageTitle")}
        lead={t("minority.lead")}
      />
      <MinorityForm page={page} result={result} />
    </>
  );
}

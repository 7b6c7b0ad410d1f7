import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "#app/components/card.tsx";
import { CaseNavigation } from "#app/components/cases/case-navigation.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { Stack } from "#app/components/columns.tsx";
import { HandoverForm } from "#app/components/handovers/handover-form.tsx";
import { HandoverTable } from "#app/components/handovers/handover-table.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { handoverSending } from "#app/schemas/handover.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import {
  getHandoverForm,
  previewHandover,
  sendHandover,
} from "#app/server/handover-sending.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";

export const meta = titleFrom("handovers", "case.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("handovers")("case.title")),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "handover.manage");
  return getHandoverForm(access, params.caseId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "handover.manage");
  const caseId = params.caseId ?? "";
  return handleForm(request, handoverSending, async ({ input, values, formKey }) => {
    if (input.intent === "preview") return previewHandover(access, { caseId, input, values });
    const sent = await sendHandover(access, { caseId, input, values }, formKey);
    return "id" in sent ? redirectWithFlash(`/overdrachten/${sent.id}`, "handover_sent") : sent;
  });
}

export default function HandOver() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("handovers");
  const { caseFile, handovers, now } = page;
  return (
    <>
      <PageHeader
        above={`${caseFile.number} ${caseFile.title}`}
        title={t("case.title")}
        lead={t("case.lead")}
      />
      <CaseNavigation caseId={caseFile.id} />
      <Stack>
        {handovers.length > 0 ? (
          <Card title={t("case.earlier")}>
            <HandoverTable
              items={handovers}
              side="sent"
              caption={t("case.earlier")}
              hideCaption
              now={now}
            />
          </Card>
        ) : null}
        <HandoverForm page={page} result={result} />
      </Stack>
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CaseNavigation } from "#app/components/cases/case-navigation.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { StatusForm, StatusHistory } from "#app/components/cases/status-form.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { StatusBadge } from "#app/components/status-badge.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { statusChangeSchema } from "#app/schemas/case-file.ts";
import { requireRight } from "#app/server/access.server.ts";
import { changeCaseStatus, getStatusPage } from "#app/server/case-status.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";

export const meta = titleFrom("cases", "status.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("cases")("status.title")),
);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.edit");
  return getStatusPage(access, params.caseId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.edit");
  const caseId = params.caseId ?? "";
  return handleForm(request, statusChangeSchema, async ({ input, formKey }) => {
    await changeCaseStatus(access, { caseId, ...input }, formKey);
    return redirectWithFlash(`/casussen/${caseId}`, "status_changed");
  });
}

export default function Status() {
  const { caseFile, next, changes } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("cases");
  return (
    <>
      <PageHeader
        above={`${caseFile.number} ${caseFile.title}`}
        title={t("status.title")}
        lead={
          <>
            {t("status.now")} <StatusBadge kind="caseStatus" status={caseFile.status} />
          </>
        }
      />
      <CaseNavigation caseId={caseFile.id} />
      <StatusForm status={caseFile.status} next={next} result={result} />
      <StatusHistory changes={changes} />
    </>
  );
}

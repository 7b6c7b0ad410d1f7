import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CaseNavigation } from "#app/components/cases/case-navigation.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { SettleCase } from "#app/components/rules/settle-case.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { settleForm } from "#app/schemas/policy-rule.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getSettlePage, settleByRule } from "#app/server/policy-rule-settling.server.ts";

export const meta = titleFrom("rules", "settle.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("rules")("settle.title")),
);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.manage");
  return getSettlePage(access, params.caseId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.manage");
  const caseId = params.caseId ?? "";
  return handleForm(request, settleForm, async ({ input, formKey }) => {
    await settleByRule(access, { caseId, ...input }, formKey);
    return redirectWithFlash(`/casussen/${caseId}`, "rule_settled_case");
  });
}

export default function SettleByRule() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("rules");
  const { caseFile } = page;
  return (
    <>
      <PageHeader
        above={`${caseFile.number} ${caseFile.title}`}
        title={t("settle.title")}
        lead={t("settle.lead")}
      />
      <CaseNavigation caseId={caseFile.id} />
      <SettleCase page={page} result={result} />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CaseNavigation } from "#app/components/cases/case-navigation.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { resultOf } from "#app/components/result-of.ts";
import { CaseHolds } from "#app/components/retention/case-holds.tsx";
import { CaseEnding } from "#app/components/retention/case-ending.tsx";
import { ProposeDestruction } from "#app/components/retention/propose-destruction.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { caseRetentionSchema } from "#app/schemas/retention.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { changeCaseRetention } from "#app/server/retention-acts.server.ts";
import { getCaseRetention } from "#app/server/retention-pages.server.ts";

export const meta = titleFrom("retention", "casePage.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("retention")("casePage.title")),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "destruction.propose");
  return getCaseRetention(access, params.caseId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "destruction.propose");
  const caseId = params.caseId ?? "";
  return handleForm(request, caseRetentionSchema, async ({ input, formKey }) => {
    const { address, flash } = await changeCaseRetention(access, { caseId, input, formKey });
    return redirectWithFlash(address, flash);
  });
}

export default function CaseRetention() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("retention");
  const { caseFile, ending, holds, proposals, grounds, obstacle } = page;
  return (
    <div className="mw-stack">
      <PageHeader
        above={`${caseFile.number} ${caseFile.title}`}
        title={t("casePage.title")}
        lead={t("casePage.lead")}
      />
      <CaseNavigation caseId={caseFile.id} />
      <CaseEnding ending={ending} proposals={proposals} />
      <CaseHolds holds={holds} result={result} />
      <ProposeDestruction
        grounds={grounds}
        obstacle={obstacle}
        result={resultOf(result, "propose")}
      />
    </div>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CaseNavigation } from "#app/components/cases/case-navigation.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { InterestForm, InterestTable } from "#app/components/cases/interests.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { resultOf } from "#app/components/result-of.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { conflictOfInterestSchema } from "#app/schemas/case-file.ts";
import { requireRight } from "#app/server/access.server.ts";
import { changeConflict, getConflictsPage } from "#app/server/conflicts-of-interest.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";

export const meta = titleFrom("cases", "interest.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("cases")("interest.title")),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return getConflictsPage(access, params.caseId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.read");
  const caseId = params.caseId ?? "";
  return handleForm(request, conflictOfInterestSchema, async ({ input }) => {
    const { address, flash } = await changeConflict(access, caseId, input);
    return redirectWithFlash(address, flash);
  });
}

export default function ConflictsOfInterest() {
  const { caseFile, conflicts, people } = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>();
  const { t } = useTranslation("cases");
  return (
    <>
      <PageHeader
        above={`${caseFile.number} ${caseFile.title}`}
        title={t("interest.title")}
        lead={t("interest.lead")}
      />
      <CaseNavigation caseId={caseFile.id} />
      <InterestTable conflicts={conflicts} result={resultOf(given, "withdraw")} />
      <InterestForm people={people} result={resultOf(given, "declare")} />
    </>
  );
}

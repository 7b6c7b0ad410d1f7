import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { ImportForm } from "#app/components/administration/import-form.tsx";
import { ImportPlanCard } from "#app/components/administration/import-plan.tsx";
import { ImportProblems } from "#app/components/administration/import-problems.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { resultOf } from "#app/components/result-of.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { importSchema, type Imported } from "#app/schemas/question-set-import.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { handleImport } from "#app/server/question-set-import.server.ts";

export const meta = titleFrom("question-sets", "import.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("questionSet.title"), to: "/beheer/vragensets" },
  { label: texts("question-sets")("import.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  await requireRight(request, "question-set.manage");
  return {};
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "question-set.manage");
  return handleForm(request, importSchema, async ({ input, formKey }) => {
    const answer = await handleImport(access, input, formKey);
    return "problems" in answer && answer.problems ? data(answer, 422) : answer;
  });
}

export default function ImportQuestionSet() {
  const given: Imported | undefined = useActionData<typeof action>();
  const { t } = useTranslation("question-sets");
  return (
    <>
      <PageHeader title={t("import.title")} lead={t("import.lead")} />
      {given?.plan ? <ImportPlanCard plan={given.plan} /> : null}
      {given?.problems ? <ImportProblems problems={given.problems} /> : null}
      <ImportForm result={resultOf(given, "check") ?? resultOf(given, "import")} />
    </>
  );
}

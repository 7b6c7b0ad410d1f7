import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { RuleDrafting } from "#app/components/rules/rule-drafting.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ruleForm } from "#app/schemas/policy-rule.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { saveRuleDraft } from "#app/server/policy-rule-drafts.server.ts";
import { askedOnForm, getRuleEditor } from "#app/server/rule-editor.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.rule?.number ?? "");
export const handle = breadcrumb<typeof loader>(({ data, params, texts }) => [
  { label: texts("rules")("title"), to: "/regels" },
  { label: data.rule?.number ?? "", to: `/regels/${params.ruleId}` },
  { label: texts("rules")("page.edit") },
]);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "rule.edit");
  const reader = await requireRight(request, "rule.read");
  return getRuleEditor(access, reader, params.ruleId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "rule.edit");
  const reader = await requireRight(request, "rule.read");
  const ruleId = params.ruleId ?? "";
  return handleForm(request, ruleForm, async ({ input, values, formKey }) => {
    if (input.intent !== "save") return askedOnForm(reader, input, values);
    await saveRuleDraft(access, { ruleId, draft: input }, formKey);
    return redirectWithFlash(`/regels/${ruleId}`, "rule_drafted");
  });
}

export default function EditRule() {
  const editor = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("rules");
  const { rule } = editor;
  return (
    <>
      <PageHeader
        above={rule?.title}
        title={t("edit.title", { number: rule?.number ?? "" })}
        lead={t("edit.lead")}
      />
      <RuleDrafting editor={editor} result={result} />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { RuleDrafting } from "#app/components/rules/rule-drafting.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ruleForm } from "#app/schemas/policy-rule.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { createRuleDraft } from "#app/server/policy-rule-drafts.server.ts";
import { askedOnForm, getNewRule, signalIn } from "#app/server/rule-editor.server.ts";

export const meta = titleFrom("rules", "edit.new");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("rules")("title"), to: "/regels" },
  { label: texts("rules")("edit.new") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "rule.edit");
  const reader = await requireRight(request, "rule.read");
  return getNewRule(access, reader, signalIn(request.url));
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "rule.edit");
  const reader = await requireRight(request, "rule.read");
  return handleForm(request, ruleForm, async ({ input, values, formKey }) => {
    if (input.intent !== "save") return askedOnForm(reader, input, values);
    const ruleId = await createRuleDraft(access, input, formKey);
    return redirectWithFlash(`/regels/${ruleId}`, "rule_drafted");
  });
}

export default function NewRule() {
  const editor = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("rules");
  return (
    <>
      <PageHeader title={t("edit.new")} lead={t("edit.lead")} />
      <RuleDrafting editor={editor} result={result} />
    </>
  );
}

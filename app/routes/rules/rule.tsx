import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "#app/components/card.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import {
  RuleAbout,
  RuleEditions,
  RuleHistory,
  RuleStory,
} from "#app/components/rules/rule-about.tsx";
import { RuleActs } from "#app/components/rules/rule-acts.tsx";
import {
  ReplacedPrecedents,
  RuleTriedOut,
  SettledCases,
} from "#app/components/rules/rule-effect.tsx";
import { RuleHead } from "#app/components/rules/rule-head.tsx";
import { RuleInWords } from "#app/components/rules/rule-in-words.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { ruleActForm } from "#app/schemas/policy-rule.ts";
import { triedPage } from "#app/schemas/rule-filters.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { adoptRule } from "#app/server/policy-rule-adopting.server.ts";
import { endRule } from "#app/server/policy-rule-ending.server.ts";
import { discardRuleDraft, reviseRule } from "#app/server/policy-rule-drafts.server.ts";
import { getRulePage } from "#app/server/policy-rule-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.rule.title ?? "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("rules")("title"), to: "/regels" },
  { label: data.rule.number },
]);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "rule.read");
  return getRulePage(access, params.ruleId ?? "", triedPage(request.url));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "rule.read");
  const ruleId = params.ruleId ?? "";
  const page = `/regels/${ruleId}`;
  return handleForm(request, ruleActForm, async ({ input, formKey }) => {
    switch (input.intent) {
      case "adopt": {
        const adopter = await requireRight(request, "rule.adopt");
        await adoptRule(adopter, access, { ruleId, ...input }, formKey);
        return redirectWithFlash(page, "rule_adopted");
      }
      case "end":
        await endRule(await requireRight(request, "rule.adopt"), { ruleId, ...input }, formKey);
        return redirectWithFlash(page, "rule_ended");
      case "revise": {
        const editor = await requireRight(request, "rule.edit");
        const revisionId = await reviseRule(editor, { ruleId }, formKey);
        return redirectWithFlash(`/regels/${revisionId}/bewerken`, "rule_revision_drafted");
      }
      case "discard":
        await discardRuleDraft(
          await requireRight(request, "rule.edit"),
          { ruleId, ...input },
          formKey,
        );
        return redirectWithFlash(page, "rule_discarded");
    }
  });
}

export default function Rule() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("rules");
  return (
    <>
      <RuleHead page={page} />
      <Columns>
        <Stack>
          <RuleStory page={page} />
          <Card title={t("words.title")}>
            <RuleInWords inWords={page.inWords} />
          </Card>
          <RuleTriedOut page={page} />
          <SettledCases page={page} />
        </Stack>
        <Stack>
          <RuleAbout page={page} />
          <RuleActs page={page} result={result} />
          <RuleEditions page={page} />
          <ReplacedPrecedents page={page} />
          <RuleHistory history={page.history} />
        </Stack>
      </Columns>
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { ChooseRules, ComparedRules } from "#app/components/rules/compared-rules.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { compareRules } from "#app/server/rule-comparing.server.ts";

export const meta = titleFrom("rules", "compare.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("rules")("title"), to: "/regels" },
  { label: texts("rules")("compare.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "rule.read");
  return compareRules(access, request.url);
}

export default function CompareRules() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("rules");
  return (
    <>
      <PageHeader title={t("compare.title")} lead={t("compare.lead")} />
      {page.choices.length < 2 ? (
        <EmptyState title={t("compare.noneTitle")}>{t("compare.noneText")}</EmptyState>
      ) : (
        <ChooseRules page={page} />
      )}
      {page.compared ? <ComparedRules compared={page.compared} /> : null}
    </>
  );
}

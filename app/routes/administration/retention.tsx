import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdministrationNavigation } from "#app/components/administration/administration-navigation.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { OverdueCases } from "#app/components/retention/overdue-cases.tsx";
import { PeriodForms } from "#app/components/retention/period-forms.tsx";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { retentionSchema } from "#app/schemas/retention.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getRetentionPage } from "#app/server/retention-pages.server.ts";
import { changePeriod } from "#app/server/retention-periods.server.ts";

export const meta = titleFrom("retention", "title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("retention")("title") },
]);

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "retention.manage");
  return getRetentionPage(access, new URL(request.url).searchParams.get("na"));
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "retention.manage");
  return handleForm(request, retentionSchema, async ({ input }) => {
    await changePeriod(access, input);
    return redirectWithFlash("/beheer/bewaren", "retention_saved");
  });
}

export default function Retention() {
  const { periods, cases, next, mayPropose } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("retention");
  return (
    <div className="mw-stack">
      <PageHeader title={t("title")} lead={t("lead")} />
      <AdministrationNavigation />
      <PeriodForms periods={periods} result={result} />
      <OverdueCases cases={cases} next={next} mayPropose={mayPropose} />
    </div>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AuditNavigation } from "#app/components/audit/audit-navigation.tsx";
import { LogCheckCard } from "#app/components/audit/log-check-card.tsx";
import { LogCheckpoints } from "#app/components/audit/log-checkpoints.tsx";
import { LogKeys } from "#app/components/audit/log-keys.tsx";
import { LogNow } from "#app/components/audit/log-now.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { checkLogForm } from "#app/schemas/log-state.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleButton } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { startLogCheck } from "#app/server/log-checks.server.ts";
import { getLogState } from "#app/server/log-state.server.ts";

export const meta = titleFrom("log", "title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("audit")("title"), to: "/audit" },
  { label: texts("log")("title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "audit.read");
  return getLogState(access, request.url);
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "audit.read");
  return handleButton(request, checkLogForm, () => {
    startLogCheck(access);
    return Promise.resolve(redirectWithFlash("/audit/logboek", "check_started"));
  });
}

export default function LogStatePage() {
  const state = useLoaderData<typeof loader>();
  const { t } = useTranslation("log");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <AuditNavigation />
      <div className="mw-stack">
        <LogNow state={state} />
        <LogCheckCard check={state.check} />
        <LogCheckpoints state={state} />
        <LogKeys keys={state.keys} />
      </div>
    </>
  );
}

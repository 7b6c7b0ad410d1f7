import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { SessionTable, SessionViews } from "#app/components/sessions/session-table.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useHasRight } from "#app/components/shell/use-shell.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { listSessions } from "#app/server/sessions.server.ts";

export const meta = titleFrom("sessions", "title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("sessions")("title") }]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "session.read");
  const { searchParams } = new URL(request.url);
  const view = searchParams.get("toon") === "geweest" ? "past" : "current";
  return listSessions(access, { view, after: searchParams.get("na") });
}

export default function Sessions() {
  const { view, rows, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("sessions");
  const plans = useHasRight("session.lead");
  const show = view === "past" ? "toon=geweest&" : "";
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("list.lead")}
        actions={
          plans ? (
            <LinkButton purpose="primary" to="/zittingen/nieuw">
              {t("list.plan")}
            </LinkButton>
          ) : null
        }
      />
      <SessionViews view={view} />
      <SessionTable view={view} rows={rows} plans={plans} />
      <Pagination next={next ? `?${show}na=${next}` : null} />
      {rows.length > 0 ? <ExportLinks to="/zittingen/bestand" /> : null}
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { LineList } from "#app/components/lines/line-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { listLines } from "#app/server/precedent-line.server.ts";

export const meta = titleFrom("lines", "title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("precedents")("title"), to: "/precedenten" },
  { label: texts("lines")("title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  return { lines: await listLines(access) };
}

export default function Lines() {
  const { lines } = useLoaderData<typeof loader>();
  const { t } = useTranslation("lines");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {lines.length === 0 ? (
        <EmptyState title={t("list.noneTitle")}>
          <p>{t("list.noneText")}</p>
        </EmptyState>
      ) : (
        <LineList lines={lines} />
      )}
    </>
  );
}

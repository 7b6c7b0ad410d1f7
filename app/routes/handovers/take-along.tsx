import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { WhatIsRead } from "#app/components/handovers/shared-content.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getTakeAlong } from "#app/server/handovers.server.ts";

export const meta = titleFrom("handovers", "takeAlong.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("handovers")("title"), to: "/overdrachten" },
  { label: texts("handovers")("case.title"), to: `/overdrachten/${data.id}` },
  { label: texts("handovers")("page.takeAlong") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "handover.manage");
  return getTakeAlong(access, params.handoverId ?? "");
}

/** For an organisation outside: on paper exactly what a receiver here would read. */
export default function TakeAlong() {
  const { id, shown } = useLoaderData<typeof loader>();
  const { t } = useTranslation("handovers");
  return (
    <>
      <PageHeader
        title={t("takeAlong.title")}
        lead={<p className="mw-screen-only">{t("takeAlong.lead")}</p>}
        actions={<LinkButton to={`/overdrachten/${id}`}>{t("takeAlong.back")}</LinkButton>}
      />
      <WhatIsRead shown={shown} level={2} />
    </>
  );
}

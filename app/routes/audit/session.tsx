import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlindArrivals } from "#app/components/audit/blind-arrivals.tsx";
import { BlindItem } from "#app/components/audit/blind-item.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getBlindnessPage } from "#app/server/blindness-proof.server.ts";

export const meta = titleFrom("audit-pages", "blind.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("audit")("title"), to: "/audit" },
  { label: texts("audit-pages")("blind.title") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "audit.read");
  return getBlindnessPage(access, params.sessionId ?? "");
}

export default function BlindnessProof() {
  const { session, items, hidden, arrivals } = useLoaderData<typeof loader>();
  const { t } = useTranslation("audit-pages");
  return (
    <div className="mw-stack">
      <PageHeader above={session.title} title={t("blind.title")} lead={t("blind.lead")} />
      <p className="mw-row mw-screen-only">
        <TextLink to={`/zittingen/${session.id}`}>{t("blind.toSession")}</TextLink>
        <TextLink to={`/audit?zitting=${session.id}`}>{t("blind.toLog")}</TextLink>
      </p>
      {items.map((item) => (
        <BlindItem key={item.id} item={item} />
      ))}
      {hidden > 0 ? <p>{t("blind.hidden", { count: hidden })}</p> : null}
      <BlindArrivals arrivals={arrivals} />
    </div>
  );
}

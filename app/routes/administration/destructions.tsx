import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationNavigation } from "#app/components/administration/administration-navigation.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { DestructionTable } from "#app/components/retention/destruction-table.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { listDestructions } from "#app/server/retention-pages.server.ts";

export const meta = titleFrom("retention", "list.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("retention")("list.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "destruction.read");
  return listDestructions(access, new URL(request.url).searchParams.get("na"));
}

export default function Destructions() {
  const { items, next } = useLoaderData<typeof loader>();
  const { t } = useTranslation("retention");
  return (
    <>
      <PageHeader title={t("list.title")} lead={t("list.lead")} />
      <AdministrationNavigation />
      {items.length === 0 ? (
        <EmptyState title={t("list.none")}>{t("list.noneText")}</EmptyState>
      ) : (
        <DestructionTable caption={t("list.caption")} items={items} />
      )}
      <Pagination next={next ? `?na=${next}` : null} />
    </>
  );
}

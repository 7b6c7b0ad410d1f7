import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { SignalFilterForm } from "#app/components/signals/signal-filter-form.tsx";
import { NoSignals, SignalList } from "#app/components/signals/signal-list.tsx";
import { SignalNavigation } from "#app/components/signals/signal-navigation.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getSignalList } from "#app/server/signal-lists.server.ts";

export const meta = titleFrom("signals", "title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("signals")("title") }]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "signal.read");
  return getSignalList(access, request.url);
}

export default function Signals() {
  const { items, next, mayRaise, isFiltered, ...choices } = useLoaderData<typeof loader>();
  const { t } = useTranslation("signals");
  const raise = (
    <LinkButton to="/signalen/nieuw" purpose="primary">
      {t("list.new")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("title")} lead={t("list.lead")} actions={mayRaise ? raise : null} />
      <SignalNavigation />
      <SignalFilterForm {...choices} isFiltered={isFiltered} />
      {items.length === 0 ? (
        <NoSignals isFiltered={isFiltered} mayRaise={mayRaise} />
      ) : (
        <>
          <SignalList items={items} />
          <Pagination next={next} />
          <ExportLinks to="/signalen/bestand" />
        </>
      )}
    </>
  );
}

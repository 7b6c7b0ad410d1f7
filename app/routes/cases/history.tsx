import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CaseNavigation } from "#app/components/cases/case-navigation.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { useActorWords, useEventWords } from "#app/components/cases/event-words.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { TextLink } from "#app/components/text-link.tsx";
import { Timeline } from "#app/components/timeline.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getCaseHistory } from "#app/server/case-history.server.ts";

export const meta = titleFrom("cases", "history.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("cases")("history.title")),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  const from = new URL(request.url).searchParams.get("na");
  return getCaseHistory(access, params.caseId ?? "", from);
}

export default function History() {
  const { caseFile, items, next, isFirst, seesReadings } = useLoaderData<typeof loader>();
  const { t } = useTranslation("cases");
  const eventWords = useEventWords();
  const actorWords = useActorWords();
  return (
    <>
      <PageHeader
        above={`${caseFile.number} ${caseFile.title}`}
        title={t("history.title")}
        lead={t("history.lead")}
      />
      <CaseNavigation caseId={caseFile.id} />
      {seesReadings ? (
        <p>
          <TextLink to={`/audit/inzage?casus=${caseFile.number}`}>{t("history.readings")}</TextLink>
        </p>
      ) : null}
      {items.length === 0 ? <p className="mw-soft">{t("history.empty")}</p> : null}
      <Timeline
        items={items.map((item, index) => ({
          key: `${item.at}-${index}`,
          at: item.at,
          title: eventWords(item),
          by: actorWords(item),
        }))}
      />
      {isFirst ? null : (
        <p>
          <TextLink to={`/casussen/${caseFile.id}/geschiedenis`}>{t("history.toStart")}</TextLink>
        </p>
      )}
      <Pagination next={next ? `?na=${next}` : null} />
    </>
  );
}

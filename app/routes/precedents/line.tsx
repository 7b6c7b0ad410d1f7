import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card } from "#app/components/card.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { LeadingTable } from "#app/components/lines/leading-table.tsx";
import { LineConsistency } from "#app/components/lines/line-consistency.tsx";
import { LineAge, LineAnswers, LineChanges, LineEnded } from "#app/components/lines/line-life.tsx";
import { LinePicture } from "#app/components/lines/line-picture.tsx";
import { useLineWords } from "#app/components/lines/use-line-words.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getLinePage } from "#app/server/precedent-line.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.scope.name ?? "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("precedents")("title"), to: "/precedenten" },
  { label: texts("lines")("title"), to: "/precedenten/lijn" },
  { label: data.scope.name },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  return getLinePage(access, params.scopeId ?? "");
}

export default function Line() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("lines");
  const words = useLineWords(page);
  const isEmpty = page.total === 0;
  return (
    <>
      <PageHeader
        above={t("line.above")}
        title={t("line.title", { name: page.scope.name })}
        lead={isEmpty ? page.scope.description : words.slice(0, 3).join(" ")}
        actions={
          <LinkButton to={`/precedenten?scope=${page.scope.id}`}>{t("line.search")}</LinkButton>
        }
      />
      {isEmpty ? (
        <EmptyState title={t("line.emptyTitle")}>
          <p>{t("line.emptyText")}</p>
        </EmptyState>
      ) : (
        <>
          <Card title={t("picture.heading")}>
            <p>{t("picture.text")}</p>
            <LinePicture page={page} />
          </Card>
          <Card title={t("leading.title")}>
            <p>{t("leading.text")}</p>
            <LeadingTable leading={page.leading} />
          </Card>
        </>
      )}
      <Columns>
        <Stack>
          {isEmpty ? null : <LineConsistency page={page} />}
          <LineChanges changes={page.changes} />
          <LineEnded ended={page.ended} />
        </Stack>
        <Stack>
          {isEmpty ? null : <LineAge page={page} />}
          <LineAnswers answers={page.answers} />
        </Stack>
      </Columns>
    </>
  );
}

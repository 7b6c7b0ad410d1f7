import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Robustness } from "#app/components/pictures/late.tsx";
import { OptionVerdicts } from "#app/components/sessions/option-verdicts.tsx";
import { PersonTables } from "#app/components/sessions/person-tables.tsx";
import { PerspectiveTables } from "#app/components/sessions/perspective-tables.tsx";
import { WeighingFacts } from "#app/components/sessions/weighing-facts.tsx";
import { WeighingsCompared } from "#app/components/sessions/weighings-compared.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { notFound } from "#app/server/http.server.ts";
import { getWeighingPage } from "#app/server/weighings-comparison.server.ts";

export const meta = titleFrom("results", "weighing.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("cases")("title"), to: "/casussen" },
  { label: data.caseFile.title, to: `/casussen/${data.caseFile.id}` },
  { label: texts("results")("weighings.line", { number: data.number }) },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  const { caseId = notFound(), weighingId = notFound() } = params;
  const beside = new URL(request.url).searchParams.get("naast");
  return getWeighingPage(access, { caseId, weighingId, beside });
}

export default function WeighingPage() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("results");
  return (
    <>
      <PageHeader
        above={`${page.caseFile.number} ${page.caseFile.title}`}
        title={t("weighings.line", { number: page.number })}
        lead={t("weighing.lead")}
      />
      {page.latest ? null : (
        <Alert kind="warning">
          <p>{t("weighing.older")}</p>
        </Alert>
      )}
      <WeighingFacts page={page} />
      <WeighingsCompared page={page} />
      <OptionVerdicts view={page.view} />
      <Robustness view={page.robustness} />
      <PerspectiveTables view={page.view} />
      <PersonTables view={page.view} />
    </>
  );
}

import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Card } from "#app/components/card.tsx";
import {
  AnswersCard,
  ClaimsCard,
  LawCard,
  PeopleCard,
  SituationCard,
} from "#app/components/cases/case-content.tsx";
import { CaseNavigation } from "#app/components/cases/case-navigation.tsx";
import { CaseStanding } from "#app/components/cases/case-standing.tsx";
import { CaseSummary } from "#app/components/cases/case-summary.tsx";
import {
  DecisionsCard,
  PrecedentsCard,
  ScoringCard,
  WeighingsCard,
} from "#app/components/cases/case-work.tsx";
import { CostComparison } from "#app/components/cases/cost-comparison.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { DataWarnings } from "#app/components/cases/data-warnings.tsx";
import { FactsCard } from "#app/components/cases/facts-card.tsx";
import { OptionCard } from "#app/components/cases/option-card.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { ComparableOnCase } from "#app/components/comparing/comparable-on-case.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { stepAddress } from "#app/schemas/case-steps.ts";
import type { CasePage } from "#app/schemas/case-view.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getCasePage } from "#app/server/case-page.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  pageTitle(data ? `${data.caseFile.number} ${data.caseFile.title}` : "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return getCasePage(access, params.caseId ?? "");
}

export default function Case() {
  const page = useLoaderData<typeof loader>();
  const { caseFile, warnings } = page;
  return (
    <>
      <PageHeader
        above={caseFile.number}
        title={caseFile.title}
        lead={<CaseStanding page={page} />}
        actions={<Actions page={page} />}
      />
      <CaseNavigation caseId={caseFile.id} />
      <Stack>
        <DataWarnings caseId={caseFile.id} warnings={warnings} />
        <CaseSummary page={page} />
        <Columns layout="2">
          <SituationCard page={page} />
          <LawCard page={page} />
        </Columns>
        <FactsCard facts={page.facts} />
        <ComparableOnCase page={page} />
        <Columns layout="2">
          <ClaimsCard page={page} />
          <PeopleCard page={page} />
        </Columns>
        <AnswersCard page={page} />
        <Options page={page} />
        <Columns layout="2">
          <ScoringCard page={page} />
          <WeighingsCard page={page} />
          <DecisionsCard page={page} />
          <PrecedentsCard page={page} />
        </Columns>
      </Stack>
    </>
  );
}

function Options({ page }: { page: CasePage }) {
  const { t } = useTranslation(["cases", "options"]);
  const titles = Object.fromEntries(page.options.map(({ id, title }) => [id, title]));
  return (
    <Card title={t("page.options")}>
      <Columns layout="2">
        {page.options.map((option) => (
          <OptionCard key={option.id} option={option} page={page} />
        ))}
      </Columns>
      <h3 className="nl-heading nl-heading--level-4">{t("options:comparison.title")}</h3>
      <CostComparison costs={page.costs} titles={titles} />
    </Card>
  );
}

function Actions({ page }: { page: CasePage }) {
  const { t } = useTranslation("cases");
  const { caseFile, may } = page;
  return (
    <>
      {may.edit ? (
        <LinkButton purpose="primary" to={stepAddress(caseFile.id, "situation")}>
          {t("page.edit")}
        </LinkButton>
      ) : null}
      {may.changeStatus ? (
        <LinkButton to={`/casussen/${caseFile.id}/status`}>{t("page.changeStatus")}</LinkButton>
      ) : null}
    </>
  );
}

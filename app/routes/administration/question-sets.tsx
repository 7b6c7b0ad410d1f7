import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationNavigation } from "#app/components/administration/administration-navigation.tsx";
import { DataTable } from "#app/components/data-table.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { StatusBadge } from "#app/components/status-badge.tsx";
import { TextLink } from "#app/components/text-link.tsx";
import { textIn } from "#app/domain/local-text.ts";
import { hasRight } from "#app/domain/rights.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { listQuestionSets } from "#app/server/question-sets.server.ts";

export const meta = titleFrom("administration", "questionSet.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("questionSet.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "administration.read");
  return {
    questionSets: await listQuestionSets(access),
    mayManage: hasRight(access.roles, "question-set.manage"),
  };
}

export default function QuestionSets() {
  const { questionSets, mayManage } = useLoaderData<typeof loader>();
  const { t, language } = useTranslation("administration");
  const { t: terms } = useTranslation();
  const { t: own } = useTranslation("question-sets");
  const format = useFormat();
  return (
    <>
      <PageHeader
        title={t("questionSet.title")}
        lead={
          <>
            <span>{t("questionSet.lead")}</span>
            {mayManage ? <span>{own("list.how")}</span> : null}
          </>
        }
        actions={
          mayManage ? (
            <LinkButton to="/beheer/vragensets/importeren">{own("import.link")}</LinkButton>
          ) : null
        }
      />
      <AdministrationNavigation />
      <DataTable
        caption={t("questionSet.title")}
        hideCaption
        rows={questionSets}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            label: t("questionSet.name"),
            rowHeader: true,
            cell: ({ id, name, number }) => (
              <TextLink to={`/beheer/vragensets/${id}`}>
                {textIn(name, language)}, {t("questionSet.versionNumber", { number }).toLowerCase()}
              </TextLink>
            ),
          },
          {
            key: "perspectives",
            label: t("questionSet.perspectives"),
            cell: ({ perspectives }) =>
              format.list(perspectives.map((name) => textIn(name, language))),
          },
          {
            key: "owner",
            label: t("questionSet.owner"),
            cell: ({ isShipped }) => t(isShipped ? "questionSet.shipped" : "questionSet.own"),
          },
          {
            key: "used",
            label: t("questionSet.used"),
            cell: ({ isUsed }) => terms(isUsed ? "yes" : "no"),
          },
          {
            key: "status",
            label: t("questionSet.status"),
            cell: ({ status }) => <StatusBadge kind="questionSetStatus" status={status} />,
          },
        ]}
      />
      <ExportLinks to="/beheer/vragensets/bestand" />
    </>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AdministrationNavigation } from "#app/components/administration/administration-navigation.tsx";
import { FactList } from "#app/components/administration/fact-list.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Form, SubmitButton, TextField } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useHasRight } from "#app/components/shell/use-shell.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { requireRight } from "#app/server/access.server.ts";
import { listFacts } from "#app/server/facts.server.ts";

export const meta = titleFrom("administration", "fact.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("fact.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "administration.read");
  const search = (new URL(request.url).searchParams.get("zoek") ?? "").slice(0, 100);
  return { facts: await listFacts(access, search), search };
}

export default function Facts() {
  const { facts, search } = useLoaderData<typeof loader>();
  const { t } = useTranslation("administration");
  const add = useHasRight("catalogue.manage") ? (
    <LinkButton purpose="primary" to="/beheer/omstandigheden/nieuw">
      {t("fact.new")}
    </LinkButton>
  ) : null;
  return (
    <>
      <PageHeader title={t("fact.title")} lead={t("fact.lead")} actions={add} />
      <AdministrationNavigation />
      <Form className="mw-form--inline" method="get" values={{ zoek: search }} key={search}>
        <TextField name="zoek" label={t("fact.search")} type="search" autoComplete="off" optional />
        <SubmitButton purpose="secondary">{t("fact.search")}</SubmitButton>
        {search ? <LinkButton to="/beheer/omstandigheden">{t("fact.showAll")}</LinkButton> : null}
      </Form>
      {search && facts.length > 0 ? (
        <p className="nl-paragraph" role="status">
          {t("fact.found", { count: facts.length })}
        </p>
      ) : null}
      {facts.length === 0 ? (
        <EmptyState title={t("fact.noneFound")}>{t("fact.noneFoundText")}</EmptyState>
      ) : (
        <>
          <FactList facts={facts} />
          <ExportLinks to="/beheer/omstandigheden/bestand" />
        </>
      )}
    </>
  );
}

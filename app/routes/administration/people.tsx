import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AdministrationNavigation } from "#app/components/administration/administration-navigation.tsx";
import { PeopleTable } from "#app/components/administration/people-table.tsx";
import { EmptyState } from "#app/components/empty-state.tsx";
import { Form, SubmitButton, TextField } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useHasRight } from "#app/components/shell/use-shell.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { peopleSearchSchema } from "#app/schemas/person.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { listPeople, searchPeople } from "#app/server/people.server.ts";
import { listPerspectiveChoices } from "#app/server/perspective-choices.server.ts";

export const meta = titleFrom("administration", "person.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("person.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "administration.read");
  const after = new URL(request.url).searchParams.get("na");
  const perspectives = await listPerspectiveChoices(access);
  return {
    ...(await listPeople(access, after)),
    perspectives,
    organisation: access.organisation.name,
  };
}

/** Searching by name: posted, because a name has no place in an address. */
export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "administration.read");
  return handleForm(request, peopleSearchSchema, async ({ input }) => ({
    found: await searchPeople(access, input.name),
    values: { name: input.name },
    errors: {},
  }));
}

export default function People() {
  const { people, next, perspectives, organisation } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("administration");
  const found = result && "found" in result ? result.found : undefined;
  const mayManage = useHasRight("people.manage");
  return (
    <>
      <PageHeader
        title={t("person.title")}
        lead={t("person.lead", { organisation })}
        actions={
          mayManage ? (
            <LinkButton purpose="primary" to="/beheer/personen/nieuw">
              {t("person.new")}
            </LinkButton>
          ) : null
        }
      />
      <AdministrationNavigation />
      <Form className="mw-form--inline" result={result} warnOnLeave={false}>
        <TextField
          name="name"
          label={t("person.search")}
          type="search"
          autoComplete="off"
          optional
        />
        <SubmitButton purpose="secondary">{t("person.search")}</SubmitButton>
        {found ? <LinkButton to="/beheer/personen">{t("person.clear")}</LinkButton> : null}
      </Form>
      {found ? <Found {...found} perspectives={perspectives} /> : null}
      {found || people.length === 0 ? null : (
        <PeopleTable people={people} perspectives={perspectives} />
      )}
      {!found && people.length === 0 ? (
        <EmptyState title={t("person.none")}>{t("person.noneText")}</EmptyState>
      ) : null}
      {found ? null : <Pagination next={next ? `?na=${next}` : null} />}
      {found ? null : <ExportLinks to="/beheer/personen/bestand" />}
    </>
  );
}

type FoundProps = Parameters<typeof PeopleTable>[0] & { more: boolean };

function Found({ people, perspectives, more }: FoundProps) {
  const { t } = useTranslation("administration");
  if (people.length === 0) {
    return <EmptyState title={t("person.noneFound")}>{t("person.noneFoundText")}</EmptyState>;
  }
  return (
    <>
      <p className="nl-paragraph" role="status">
        {more ? t("person.more") : t("person.found", { count: people.length })}
      </p>
      <PeopleTable people={people} perspectives={perspectives} />
    </>
  );
}

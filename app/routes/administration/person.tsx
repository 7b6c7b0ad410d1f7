import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PasswordLinkCard } from "#app/components/administration/password-link-card.tsx";
import { PersonAccess } from "#app/components/administration/person-access.tsx";
import { PersonForms } from "#app/components/administration/person-forms.tsx";
import { PersonSummary } from "#app/components/administration/person-summary.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { personSchema } from "#app/schemas/person.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { changePerson } from "#app/server/people-changes.server.ts";
import { getPerson } from "#app/server/people-management.server.ts";
import { listPerspectiveChoices } from "#app/server/perspective-choices.server.ts";

export function meta({ data }: { data?: { person: { name: string } } }) {
  return pageTitle(data?.person.name ?? "");
}

export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("person.title"), to: "/beheer/personen" },
  { label: data.person.name },
]);

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "people.manage");
  const page = await getPerson(access, params.personId ?? "");
  const perspectives = await listPerspectiveChoices(access);
  return { ...page, perspectives, organisation: access.organisation.name };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "people.manage");
  return handleForm(request, personSchema, ({ input }) =>
    changePerson(access, params.personId ?? "", input),
  );
}

export default function Person() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const link = result && "link" in result ? result.link : undefined;
  return (
    <>
      <PageHeader title={page.person.name} lead={<PersonSummary {...page} />} />
      <Columns>
        <Stack>
          {page.isShared ? null : <PasswordLinkCard page={page} link={link} result={result} />}
          <PersonForms page={page} result={result} />
        </Stack>
        <PersonAccess page={page} result={result} />
      </Columns>
    </>
  );
}

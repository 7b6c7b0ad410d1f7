import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OpenLogins } from "#app/components/account/open-logins.tsx";
import { OwnRoles } from "#app/components/account/own-roles.tsx";
import { PasswordForm } from "#app/components/account/password-form.tsx";
import { ProfileForm } from "#app/components/account/profile-form.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { resultOf } from "#app/components/result-of.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { accountSchema } from "#app/schemas/account.ts";
import { requireRight } from "#app/server/access.server.ts";
import { changeAccount, getAccount } from "#app/server/accounts.server.ts";
import { handleForm } from "#app/server/forms.server.ts";

export const meta = titleFrom("sign-in", "account.title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("sign-in")("account.title") }]);

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "account.edit");
  return getAccount(access);
}

export async function action({ request, context }: ActionFunctionArgs) {
  const access = await requireRight(request, "account.edit");
  return handleForm(request, accountSchema, ({ input }) =>
    changeAccount(access, input, { request, address: context.clientAddress }),
  );
}

export default function Account() {
  const account = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("sign-in");
  return (
    <>
      <PageHeader title={t("account.title")} />
      <Columns>
        <Stack>
          <ProfileForm profile={account.profile} result={resultOf(result, "profile")} />
          <PasswordForm hasPassword={account.hasPassword} result={resultOf(result, "password")} />
          <OpenLogins logins={account.logins} now={account.now} result={result} />
        </Stack>
        <OwnRoles roles={account.roles} />
      </Columns>
    </>
  );
}

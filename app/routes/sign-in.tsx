import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "#app/components/card.tsx";
import { Columns } from "#app/components/columns.tsx";
import { Disclosure } from "#app/components/disclosure.tsx";
import {
  Form,
  FormActions,
  HiddenField,
  SubmitButton,
  TextField,
} from "#app/components/form/index.ts";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { resultOf } from "#app/components/result-of.ts";
import { ExamplePeople } from "#app/components/sign-in/example-people.tsx";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { signInSchema } from "#app/schemas/sign-in.ts";
import { publicRoute } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { getSignInPage, signedIn, signInBy } from "#app/server/sign-in.server.ts";

const fetchSignInSchema = () =>
  import("#app/schemas/sign-in.ts").then((module) => module.signInSchema);

export const meta = titleFrom("sign-in", "title");

export async function loader({ request }: LoaderFunctionArgs) {
  publicRoute();
  return getSignInPage(request);
}

export async function action({ request, context }: ActionFunctionArgs) {
  publicRoute();
  return handleForm(request, signInSchema, async ({ input }) => {
    const login = await signInBy(input, { request, address: context.clientAddress });
    return signedIn(request, { target: input.naar, login, keepLanguage: input.intent === "demo" });
  });
}

export default function SignIn() {
  const { target, examples } = useLoaderData<typeof loader>();
  const result = resultOf(useActionData<typeof action>(), "sign-in");
  const { t } = useTranslation("sign-in");
  return (
    <>
      <PageHeader title={t("title")} lead={t("signIn.lead")} />
      <Columns layout="2">
        <Card>
          <Form
            intent="sign-in"
            schema={fetchSignInSchema}
            result={result}
            warnOnLeave={false}
            reloadDocument
          >
            <HiddenField name="naar" value={target} />
            <TextField
              name="email"
              label={t("signIn.email")}
              type="email"
              autoComplete="username"
              spellCheck={false}
            />
            <TextField
              name="password"
              label={t("signIn.password")}
              type="password"
              autoComplete="current-password"
            />
            <FormActions>
              <SubmitButton>{t("signIn.submit")}</SubmitButton>
            </FormActions>
          </Form>
          <Disclosure summary={t("signIn.forgotten")}>
            <p className="nl-paragraph">{t("signIn.forgottenText")}</p>
          </Disclosure>
          <p>
            <TextLink to="/controleren">{t("signIn.checkFile")}</TextLink>
          </p>
        </Card>
        {examples.length > 0 ? <ExamplePeople groups={examples} target={target} /> : null}
      </Columns>
    </>
  );
}

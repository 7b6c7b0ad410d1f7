import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FactActs } from "#app/components/administration/fact-acts.tsx";
import { FactFields, useFactLabels } from "#app/components/administration/fact-fields.tsx";
import { Card } from "#app/components/card.tsx";
import { Columns } from "#app/components/columns.tsx";
import { Form, FormActions, HiddenField, SubmitButton } from "#app/components/form/index.ts";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { languageOf, pageTitle } from "#app/components/page-meta.ts";
import { resultOf } from "#app/components/result-of.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { factActSchema } from "#app/schemas/fact.ts";
import { requireRight } from "#app/server/access.server.ts";
import { getFactPage, handleFactAct } from "#app/server/fact-page.server.ts";
import { handleForm } from "#app/server/forms.server.ts";

const fetchFactSchema = () => import("#app/schemas/fact.ts").then((module) => module.factSchema);

type MetaArgs = { data?: { label: LocalText }; matches: Parameters<typeof languageOf>[0] };

export function meta({ data, matches }: MetaArgs) {
  return pageTitle(data ? textIn(data.label, languageOf(matches)) : "");
}

export const handle = breadcrumb<typeof loader>(({ data, texts, language }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("fact.title"), to: "/beheer/omstandigheden" },
  { label: textIn(data.label, language) },
]);

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "catalogue.manage");
  const chosen = new URL(request.url).searchParams.get("met") ?? "";
  return getFactPage(access, params.factId ?? "", chosen);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "catalogue.manage");
  return handleForm(request, factActSchema, ({ input }) =>
    handleFactAct(access, params.factId ?? "", input),
  );
}

export default function Fact() {
  const fact = useLoaderData<typeof loader>();
  const result: unknown = useActionData();
  const { t, language } = useTranslation("administration");
  const { t: terms } = useTranslation();
  const values = { ...fact, synonyms: fact.synonyms.join("\n") };
  return (
    <>
      <PageHeader
        title={textIn(fact.label, language)}
        above={
          <>
            {t("fact.key")}: <span className="mw-code">{fact.key}</span>
          </>
        }
      />
      <Columns>
        <Card title={t("fact.words")}>
          <Form
            intent="save"
            schema={fetchFactSchema}
            values={values}
            result={resultOf(result, "save")}
            labels={useFactLabels()}
          >
            <HiddenField name="version" value={fact.version} />
            <FactFields fixed={fact.isUsed ? fact : undefined} />
            <FormActions>
              <SubmitButton>{terms("save")}</SubmitButton>
              <LinkButton to="/beheer/omstandigheden" purpose="subtle">
                {terms("cancel")}
              </LinkButton>
            </FormActions>
          </Form>
        </Card>
        <FactActs page={fact} result={result} />
      </Columns>
    </>
  );
}

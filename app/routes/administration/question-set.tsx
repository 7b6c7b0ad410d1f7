import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { usePlaceLabels } from "#app/components/administration/editor-places.ts";
import { PreviewLanguage } from "#app/components/administration/preview-language.tsx";
import { QuestionSetActs } from "#app/components/administration/question-set-acts.tsx";
import { QuestionSetDifferences } from "#app/components/administration/question-set-differences.tsx";
import { QuestionSetPreview } from "#app/components/administration/question-set-preview.tsx";
import { QuestionSetProblems } from "#app/components/administration/question-set-problems.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { languageOf, pageTitle } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { StatusBadge } from "#app/components/status-badge.tsx";
import { textIn, type LocalText } from "#app/domain/local-text.ts";
import { isLanguage } from "#app/i18n/preferences.ts";
import { useFormat } from "#app/i18n/use-format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formOf } from "#app/schemas/question-set-fields.ts";
import { questionSetActSchema } from "#app/schemas/question-set.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { changeQuestionSet } from "#app/server/question-set-versions.server.ts";
import { getQuestionSet } from "#app/server/question-sets.server.ts";

type MetaArgs = {
  data?: { set: { content: { name: LocalText } } };
  matches: Parameters<typeof languageOf>[0];
};

export function meta({ data, matches }: MetaArgs) {
  return pageTitle(data ? textIn(data.set.content.name, languageOf(matches)) : "");
}

export const handle = breadcrumb<typeof loader>(({ data, texts, language }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("questionSet.title"), to: "/beheer/vragensets" },
  { label: textIn(data.set.content.name, language) },
]);

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "administration.read");
  const asked = new URL(request.url).searchParams.get("taal");
  return {
    set: await getQuestionSet(access, params.questionSetId ?? ""),
    asked: isLanguage(asked) ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "question-set.manage");
  return handleForm(request, questionSetActSchema, ({ input, formKey }) =>
    changeQuestionSet(access, params.questionSetId ?? "", { input, formKey }),
  );
}

export default function QuestionSet() {
  const { set, asked } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t, language } = useTranslation("administration");
  const format = useFormat();
  const labels = usePlaceLabels(formOf(set.content, set.version));
  const shown = asked ?? language;
  return (
    <>
      <PageHeader
        above={t("questionSet.versionNumber", { number: set.number })}
        title={textIn(set.content.name, language)}
        lead={
          <>
            <StatusBadge kind="questionSetStatus" status={set.status} />
            <span>{textIn(set.content.description, language)}</span>
          </>
        }
      />
      {set.status === "draft" && set.mayManage ? (
        <QuestionSetProblems
          problems={set.problems}
          labels={labels}
          editor={`/beheer/vragensets/${set.id}/bewerken`}
        />
      ) : null}
      <Columns>
        <Stack>
          {set.changes ? <QuestionSetDifferences {...set.changes} /> : null}
          <p className="nl-paragraph">
            {t("questionSet.preview")}{" "}
            {t("questionSet.margin", { margin: format.number(set.content.margin) })}.
          </p>
          <PreviewLanguage shown={shown} />
          <QuestionSetPreview content={set.content} language={shown} />
        </Stack>
        {set.mayManage ? <QuestionSetActs set={set} result={result} /> : null}
      </Columns>
    </>
  );
}

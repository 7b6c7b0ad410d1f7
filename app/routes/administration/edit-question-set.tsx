import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { QuestionSetEditor } from "#app/components/administration/question-set-editor.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { questionSetFormSchema } from "#app/schemas/question-set.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { getDraft, handleDraft } from "#app/server/question-set-drafts.server.ts";

export const meta = titleFrom("administration", "editor.title");
export const handle = breadcrumb<typeof loader>(({ data, texts, language }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("questionSet.title"), to: "/beheer/vragensets" },
  { label: textIn(data.name, language), to: `/beheer/vragensets/${data.id}` },
  { label: texts("administration")("editor.title") },
]);

export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "question-set.manage");
  return getDraft(access, params.questionSetId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "question-set.manage");
  return handleForm(request, questionSetFormSchema, ({ input }) =>
    handleDraft(access, params.questionSetId ?? "", input),
  );
}

export default function EditQuestionSet() {
  const draft = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t, language } = useTranslation("administration");
  return (
    <>
      <PageHeader
        above={`${textIn(draft.name, language)}, ${t("questionSet.versionNumber", { number: draft.number })}`}
        title={t("editor.title")}
        lead={t("editor.lead")}
      />
      <QuestionSetEditor draft={draft} result={result} />
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  AssessorPreview,
  PreviewNotice,
  PreviewSteps,
} from "#app/components/administration/assessor-preview.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { SubNavigation } from "#app/components/sub-navigation.tsx";
import { textIn } from "#app/domain/local-text.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { scoringSchema } from "#app/schemas/rating.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { getAssessorPreview, nextInPreview } from "#app/server/question-set-preview.server.ts";

export const meta = titleFrom("question-sets", "preview.title");
export const handle = breadcrumb<typeof loader>(({ data, texts, language }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("administration")("questionSet.title"), to: "/beheer/vragensets" },
  { label: textIn(data.set.name, language), to: `/beheer/vragensets/${data.set.id}` },
  { label: texts("question-sets")("preview.title") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "administration.read");
  const asked = new URL(request.url).searchParams.get("stap");
  return getAssessorPreview(access, params, asked);
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "administration.read");
  return handleForm(request, scoringSchema, async ({ input }) =>
    redirect(await nextInPreview(access, params, input), 303),
  );
}

export default function QuestionSetPreviewPage() {
  const { set, perspectives, page, next } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t, language } = useTranslation("question-sets");
  const { perspective, steps, number } = page;
  return (
    <>
      <PreviewNotice />
      <PageHeader
        above={t("preview.above", { name: textIn(set.name, language), number: set.number })}
        title={textIn(perspective.leadingQuestion, language) || textIn(perspective.name, language)}
        lead={page.step ? t("preview.place", { number, count: steps.length }) : t("preview.last")}
      />
      <SubNavigation
        label={t("preview.perspectives")}
        items={perspectives.map(({ key, name }) => ({
          to: `/beheer/vragensets/${set.id}/voorbeeld/${key}`,
          label: textIn(name, language),
        }))}
      />
      <Columns>
        <Stack>
          <AssessorPreview setId={set.id} page={page} next={next} result={result} />
        </Stack>
        <PreviewSteps page={page} />
      </Columns>
    </>
  );
}

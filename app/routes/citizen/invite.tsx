import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CaseNavigation } from "#app/components/cases/case-navigation.tsx";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { InviteCitizen } from "#app/components/citizen/invite-citizen.tsx";
import { QuestionnaireList } from "#app/components/citizen/questionnaire-list.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { questionnaireForm } from "#app/schemas/questionnaire.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import {
  getQuestionnaires,
  inviteCitizen,
  withdrawQuestionnaire,
} from "#app/server/questionnaires.server.ts";

export const meta = titleFrom("questionnaires", "title");
export const handle = breadcrumb<typeof loader>(({ data: page, texts }) =>
  caseCrumbs(texts("cases"), page.caseFile, texts("questionnaires")("title")),
);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return getQuestionnaires(access, params.caseId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "questionnaire.invite");
  const caseId = params.caseId ?? "";
  return handleForm(request, questionnaireForm, async ({ input, values }) => {
    if (input.intent === "withdraw") {
      await withdrawQuestionnaire(access, caseId, input);
      return redirectWithFlash(`/casussen/${caseId}/vragen`, "questionnaire_withdrawn");
    }
    // Shown in the answer itself and nowhere else: the secret is not kept.
    return data({ errors: {}, values, link: await inviteCitizen(access, caseId, input) });
  });
}

export default function Invite() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("questionnaires");
  const { id, number, title } = page.caseFile;
  const link = result && "link" in result ? result.link : null;
  return (
    <>
      <PageHeader above={`${number} ${title}`} title={t("title")} lead={t("lead")} />
      <CaseNavigation caseId={id} />
      <div className="mw-stack">
        <InviteCitizen page={page} link={link} result={result} />
        <QuestionnaireList page={page} result={result} />
      </div>
    </>
  );
}

import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { PracticeProgress } from "#app/components/practice/practice-frame.tsx";
import { Welcome } from "#app/components/practice/welcome.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { practiceStartSchema } from "#app/schemas/practice.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { getPracticeStart } from "#app/server/practice-pages.server.ts";
import { startRun } from "#app/server/practice.server.ts";

export const meta = titleFrom("practice", "title");
export const handle = breadcrumb(({ texts }) => [{ label: texts("practice")("title") }]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return getPracticeStart(access);
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return handleForm(request, practiceStartSchema, async ({ input }) => {
    const { perspective, intent } = input;
    const address = await startRun(access, { perspective, again: intent === "again" });
    return redirect(address, 303);
  });
}

export default function PracticeIndex() {
  const start = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("practice");
  return (
    <>
      <PageHeader
        title={t("welcome.heading")}
        lead={
          <>
            <p>{t("welcome.why")}</p>
            <p>{t("welcome.kept")}</p>
          </>
        }
      />
      {start.run ? null : <PracticeProgress step={0} />}
      <Welcome start={start} result={result} />
    </>
  );
}

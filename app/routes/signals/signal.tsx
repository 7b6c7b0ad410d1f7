import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Alert } from "#app/components/alert.tsx";
import { Columns, Stack } from "#app/components/columns.tsx";
import { pageTitle } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { SignalAbout, SignalHead } from "#app/components/signals/signal-about.tsx";
import { SignalActs } from "#app/components/signals/signal-acts.tsx";
import { SignalCases, SignalRules } from "#app/components/signals/signal-cases-card.tsx";
import { SignalCost } from "#app/components/signals/signal-cost.tsx";
import { SignalOwner } from "#app/components/signals/signal-owner.tsx";
import { SignalSteps } from "#app/components/signals/signal-steps.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { signalForm } from "#app/schemas/signal.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { answerSignal } from "#app/server/signal-changes.server.ts";
import { takeSignalStep } from "#app/server/signal-step.server.ts";
import { getSignalPage } from "#app/server/signal-page.server.ts";

export const meta = ({ data }: { data: { signal: { title: string } } | undefined }) =>
  pageTitle(data?.signal.title ?? "");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("signals")("title"), to: "/signalen" },
  { label: data.signal.number },
]);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "signal.read");
  return getSignalPage(access, params.signalId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "signal.answer");
  const id = params.signalId ?? "";
  return handleForm(request, signalForm, async ({ input, formKey }) => {
    if (input.intent === "answer") {
      await answerSignal(access, { id, formKey }, input);
      return redirectWithFlash(`/signalen/${id}`, "answer_sent");
    }
    const editor = await requireRight(request, "signal.edit");
    const flash = await takeSignalStep(editor, { id, formKey }, input);
    return redirectWithFlash(`/signalen/${id}`, flash);
  });
}

export default function Signal() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("signals");
  const { organisation } = page.signal;
  return (
    <>
      <SignalHead page={page} />
      <Columns>
        <Stack>
          {page.elsewhere ? (
            <Alert kind="info">
              <p>{t("page.fromElsewhere", { organisation })}</p>
            </Alert>
          ) : null}
          <SignalAbout page={page} result={result} />
          {page.elsewhere ? null : <SignalCases page={page} result={result} />}
          <SignalCost page={page} result={result} />
          <SignalSteps page={page} />
        </Stack>
        <Stack>
          <SignalOwner page={page} result={result} />
          <SignalRules page={page} />
          <SignalActs page={page} result={result} />
        </Stack>
      </Columns>
    </>
  );
}

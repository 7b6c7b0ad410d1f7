import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { NewSignalForm, NewSignalFrom } from "#app/components/signals/new-signal-form.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { newSignal } from "#app/schemas/signal.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getNewSignal, raiseByHand, sourceAddress } from "#app/server/signal-new.server.ts";

export const meta = titleFrom("signals", "new.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("signals")("title"), to: "/signalen" },
  { label: texts("signals")("new.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "signal.raise");
  return getNewSignal(access, request.url);
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "signal.raise");
  return handleForm(request, newSignal, async ({ input, formKey }) => {
    const id = await raiseByHand(access, input, formKey);
    return id === null
      ? redirectWithFlash(sourceAddress(input), "incident_kept")
      : redirectWithFlash(`/signalen/${id}`, "signal_raised");
  });
}

export default function NewSignal() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("signals");
  return (
    <>
      <PageHeader title={t("new.title")} lead={t("new.lead")} />
      <div className="mw-stack">
        <NewSignalFrom page={page} />
        <NewSignalForm page={page} result={result} />
      </div>
    </>
  );
}

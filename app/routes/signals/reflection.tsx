import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { LinkButton } from "#app/components/link-button.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useHasRight } from "#app/components/shell/use-shell.ts";
import { ReflectionForm } from "#app/components/signals/reflection-form.tsx";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { reflectionForm } from "#app/schemas/signal.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getReflectionPage, writeReflection } from "#app/server/reflections.server.ts";

export const meta = titleFrom("signals", "reflection.short");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("sessions")("title"), to: "/zittingen" },
  { label: data.session.title, to: `/zittingen/${data.session.id}` },
  { label: texts("signals")("reflection.short") },
]);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "reflection.write");
  return getReflectionPage(access, params.sessionId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "reflection.write");
  const sessionId = params.sessionId ?? "";
  return handleForm(request, reflectionForm, async ({ input, formKey }) => {
    await writeReflection(access, { ...input, sessionId }, formKey);
    return redirectWithFlash(`/zittingen/${sessionId}/reflectie`, "saved");
  });
}

export default function Reflection() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("signals");
  const mayRaise = useHasRight("signal.raise");
  const { session, closed } = page;
  if (!closed) {
    return (
      <>
        <PageHeader title={t("reflection.title", { session: session.title })} />
        <EmptyState
          title={t("reflection.notYetTitle")}
          action={
            <LinkButton to={`/zittingen/${session.id}`}>{t("reflection.toSession")}</LinkButton>
          }
        >
          {t("reflection.notYet")}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={t("reflection.title", { session: session.title })}
        lead={t("reflection.lead")}
      />
      <div className="mw-stack">
        <ReflectionForm page={page} result={result} />
        {mayRaise ? (
          <p>
            <TextLink to={`/signalen/nieuw?zitting=${session.id}`}>
              {t("reflection.raise")}
            </TextLink>
          </p>
        ) : null}
      </div>
    </>
  );
}

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmptyState } from "#app/components/empty-state.tsx";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { ExportLinks } from "#app/components/report/export-links.tsx";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { ReflectionList } from "#app/components/signals/reflection-list.tsx";
import { SignalNavigation } from "#app/components/signals/signal-navigation.tsx";
import { TextLink } from "#app/components/text-link.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { reflectionAnswer } from "#app/schemas/signal.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { answerReflection, getReflections } from "#app/server/reflections-list.server.ts";

export const meta = titleFrom("signals", "reflections.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("signals")("title"), to: "/signalen" },
  { label: texts("signals")("reflections.title") },
]);
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "reflection.read");
  return getReflections(access, request.url);
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "reflection.answer");
  return handleForm(request, reflectionAnswer, async ({ input, formKey }) => {
    await answerReflection(access, input, formKey);
    return redirectWithFlash("/reflecties", "answer_sent");
  });
}

export default function Reflections() {
  const { items, next, session, only, year, ...may } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("signals");
  return (
    <>
      <PageHeader title={t("reflections.title")} lead={t("reflections.lead")} />
      <SignalNavigation />
      {session ? (
        <p>
          {t("reflections.ofSession", { title: session.title })}{" "}
          <TextLink to="/reflecties">{t("reflections.all")}</TextLink>
        </p>
      ) : null}
      {only || year ? (
        <p>
          {only ? t(`reflections.only_${only}`) : null}{" "}
          {year ? t("reflections.ofYear", { year }) : null}{" "}
          <TextLink to="/reflecties">{t("reflections.everything")}</TextLink>
        </p>
      ) : null}
      {items.length === 0 ? (
        <EmptyState title={t("reflections.emptyTitle")}>{t("reflections.emptyText")}</EmptyState>
      ) : (
        <>
          <ReflectionList items={items} result={result} {...may} />
          <Pagination next={next} />
          <ExportLinks to="/reflecties/bestand" />
        </>
      )}
    </>
  );
}

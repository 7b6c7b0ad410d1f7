import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { Pagination } from "#app/components/pagination.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { PatternList } from "#app/components/signals/pattern-list.tsx";
import { PatternSearch, PatternState } from "#app/components/signals/pattern-search.tsx";
import { SignalNavigation } from "#app/components/signals/signal-navigation.tsx";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { patternForm } from "#app/schemas/signal.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleButton } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getPatterns, raiseFromPattern } from "#app/server/signal-patterns.server.ts";

export const meta = titleFrom("signals", "patterns.title");
export const handle = breadcrumb(({ texts }) => [
  { label: texts("signals")("title"), to: "/signalen" },
  { label: texts("signals")("patterns.title") },
]);

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "signal.edit");
  return getPatterns(access, request.url);
}

export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "signal.edit");
  return handleButton(request, patternForm, async ({ input, formKey }) => {
    const id = await raiseFromPattern(access, input, formKey);
    return redirectWithFlash(`/signalen/${id}`, "signal_raised");
  });
}

export default function Patterns() {
  const page = useLoaderData<typeof loader>();
  const { t } = useTranslation("signals");
  const { patterns, next, scopeId, mayRaise, state } = page;
  return (
    <>
      {state === "busy" ? (
        // Without JavaScript the page loads itself anew; with it the page asks for what is new.
        <noscript>
          <meta httpEquiv="refresh" content="2" />
        </noscript>
      ) : null}
      <PageHeader title={t("patterns.title")} lead={t("patterns.lead")} />
      <SignalNavigation />
      <PatternSearch page={page} />
      <PatternState page={page} />
      {scopeId !== null && patterns.length > 0 ? (
        <>
          <PatternList patterns={patterns} scopeId={scopeId} mayRaise={mayRaise} />
          <Pagination next={next} />
        </>
      ) : null}
    </>
  );
}

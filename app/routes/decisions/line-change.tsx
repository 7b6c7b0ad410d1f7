import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { LineChangeAbout, LineChangeHead } from "#app/components/decisions/line-change-about.tsx";
import { LineChangeActs } from "#app/components/decisions/line-change-acts.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { lineChangeForm } from "#app/schemas/line-change.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import {
  answerLineChange,
  getLineChangePage,
  takeBackLineChange,
} from "#app/server/line-change-page.server.ts";

export const meta = titleFrom("decisions", "lineChange.title");
export const handle = breadcrumb<typeof loader>(({ texts }) => [
  { to: "/precedenten", label: texts("precedents")("title") },
  { label: texts("decisions")("lineChange.title") },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.read");
  return getLineChangePage(access, params.lineChangeId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "decision.prepare");
  const id = params.lineChangeId ?? "";
  return handleForm(request, lineChangeForm, async ({ input, formKey }) => {
    const page = `/lijnwijzigingen/${id}`;
    if (input.intent === "withdraw") {
      await takeBackLineChange(access, { id, version: input.version }, formKey);
      return redirectWithFlash(page, "saved");
    }
    const mandated = await requireRight(request, "line.change");
    await answerLineChange(mandated, { id, ...input }, formKey);
    return redirectWithFlash(page, "saved");
  });
}

export default function LineChange() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="mw-stack">
      <LineChangeHead page={page} />
      <LineChangeAbout page={page} />
      <LineChangeActs page={page} result={result} />
    </div>
  );
}

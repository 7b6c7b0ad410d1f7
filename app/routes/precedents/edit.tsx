import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Columns } from "#app/components/columns.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { EditorHead } from "#app/components/precedents/editor-head.tsx";
import { EndPrecedent } from "#app/components/precedents/end-precedent.tsx";
import { ManagePrecedent } from "#app/components/precedents/manage-precedent.tsx";
import { OriginalDecision } from "#app/components/precedents/original-decision.tsx";
import { PersonalDataFindings } from "#app/components/precedents/personal-data-findings.tsx";
import { PrecedentFacts } from "#app/components/precedents/precedent-story.tsx";
import { PublishPrecedent } from "#app/components/precedents/publish-precedent.tsx";
import { StoryForm } from "#app/components/precedents/story-form.tsx";
import { StoryToRead } from "#app/components/precedents/story-to-read.tsx";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { precedentForm } from "#app/schemas/precedent.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { getPrecedentEditor } from "#app/server/precedent-editing.server.ts";
import { handlePrecedent } from "#app/server/precedent-handling.server.ts";

export const meta = titleFrom("precedents", "title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => {
  const { id, number } = data.precedent;
  return [
    { label: texts("precedents")("title"), to: "/precedenten" },
    { label: number, to: `/precedenten/${id}` },
    { label: texts("terms")("edit") },
  ];
});
export const shouldRevalidate = revalidateAfterConflict;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "precedent.edit");
  return getPrecedentEditor(access, params.precedentId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "precedent.edit");
  const precedentId = params.precedentId ?? "";
  return handleForm(request, precedentForm, async ({ input, formKey }) => {
    const { flash, stays } = await handlePrecedent(access, precedentId, input, formKey);
    return redirectWithFlash(`/precedenten/${precedentId}${stays ? "/bewerken" : ""}`, flash);
  });
}

export default function EditPrecedent() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { status } = page.precedent;
  return (
    <>
      <EditorHead page={page} />
      <Columns>
        <div className="mw-stack">
          {status === "draft" || status === "in_review" ? (
            <PersonalDataFindings page={page} />
          ) : null}
          {status === "draft" ? (
            <StoryForm page={page} result={result} />
          ) : (
            <StoryToRead page={page} />
          )}
          {status === "in_review" ? <PublishPrecedent page={page} result={result} /> : null}
          <ManagePrecedent page={page} result={result} />
          <EndPrecedent page={page} result={result} />
        </div>
        <div className="mw-stack">
          <OriginalDecision page={page} />
          <PrecedentFacts facts={page.facts} narrow />
        </div>
      </Columns>
    </>
  );
}

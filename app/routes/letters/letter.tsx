import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { caseCrumbs } from "#app/components/cases/crumbs.ts";
import { LetterEditor } from "#app/components/letters/letter-editor.tsx";
import { LetterHead } from "#app/components/letters/letter-head.tsx";
import { LetterSheet } from "#app/components/letters/letter-sheet.tsx";
import { NoLetter } from "#app/components/letters/no-letter.tsx";
import { ReportOfSent } from "#app/components/letters/report-of-sent.tsx";
import { SendLetter } from "#app/components/letters/send-letter.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { revalidateAfterConflict } from "#app/components/revalidate.ts";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { letterForm } from "#app/schemas/letter.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { handleLetter } from "#app/server/letter-handling.server.ts";
import { getLetterPage } from "#app/server/letters.server.ts";

export const meta = titleFrom("letters", "title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) =>
  caseCrumbs(texts("cases"), data.caseFile, texts("letters")("title")),
);
export const shouldRevalidate = revalidateAfterConflict;

function placeOf({ caseId = "", decisionId = "" }: LoaderFunctionArgs["params"]) {
  return { caseId, decisionId };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return getLetterPage(access, placeOf(params), new URL(request.url).searchParams.get("brief"));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "letter.write");
  return handleForm(request, letterForm, (submission) =>
    handleLetter(access, placeOf(params), submission),
  );
}

export default function Letter() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return (
    <div className="mw-stack">
      <LetterHead page={page} />
      {page.letter && page.may.write ? (
        <LetterEditor page={page} letter={page.letter} result={result} />
      ) : null}
      {page.letter ? <LetterSheet letter={page.letter} isDraft={page.may.write} /> : null}
      {page.letter && page.may.write ? (
        <SendLetter page={page} letter={page.letter} result={result} />
      ) : null}
      {page.letter && !page.may.write ? <ReportOfSent letter={page.letter} /> : null}
      {page.letter === null || page.may.start ? <NoLetter page={page} result={result} /> : null}
    </div>
  );
}

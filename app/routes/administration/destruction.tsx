import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PageHeader } from "#app/components/page-header.tsx";
import { titleFrom } from "#app/components/page-meta.ts";
import { DecideDestruction } from "#app/components/retention/decide-destruction.tsx";
import {
  DestructionAbout,
  DestructionCounts,
  DestructionStays,
} from "#app/components/retention/destruction-about.tsx";
import { DestructionProof } from "#app/components/retention/destruction-proof.tsx";
import { breadcrumb } from "#app/components/shell/breadcrumb.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { destructionSchema } from "#app/schemas/retention.ts";
import { requireRight } from "#app/server/access.server.ts";
import { withdrawDestruction } from "#app/server/destructions.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { redirectWithFlash } from "#app/server/http.server.ts";
import { answerDestruction } from "#app/server/retention-acts.server.ts";
import { getDestructionPage } from "#app/server/retention-pages.server.ts";

export const meta = titleFrom("retention", "list.title");
export const handle = breadcrumb<typeof loader>(({ data, texts }) => [
  { label: texts("administration")("title"), to: "/beheer" },
  { label: texts("retention")("list.title"), to: "/beheer/vernietigen" },
  { label: data.destruction.caseNumber },
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "destruction.read");
  return getDestructionPage(access, params.destructionId ?? "");
}

export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "destruction.read");
  const id = params.destructionId ?? "";
  const page = `/beheer/vernietigen/${id}`;
  return handleForm(request, destructionSchema, async ({ input }) => {
    if (input.intent === "withdraw") {
      await withdrawDestruction(access, { id, version: input.version });
      return redirectWithFlash(page, "destruction_withdrawn");
    }
    const mandated = await requireRight(request, "destruction.approve");
    return redirectWithFlash(page, await answerDestruction(mandated, { id, ...input }));
  });
}

export default function Destruction() {
  const page = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const { t } = useTranslation("retention");
  const { destruction, counts, documents, proof } = page;
  const isOpen = destruction.status === "proposed";
  const isGone = proof !== null;
  return (
    <div className="mw-stack">
      <PageHeader title={t("page.title", { number: destruction.caseNumber })} />
      {proof ? <DestructionProof proof={proof} completedAt={destruction.completedAt} /> : null}
      <DestructionAbout destruction={destruction} caseFile={page.caseFile} />
      {isOpen || isGone ? (
        <>
          <DestructionCounts isGone={isGone} counts={counts} documents={documents} />
          <DestructionStays precedents={page.precedents} />
        </>
      ) : null}
      {isOpen ? <DecideDestruction page={page} result={result} /> : null}
    </div>
  );
}

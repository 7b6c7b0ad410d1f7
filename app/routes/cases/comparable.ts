import type { ActionFunctionArgs } from "@remix-run/node";
import { comparableForm } from "#app/schemas/comparing-form.ts";
import { requireRight } from "#app/server/access.server.ts";
import { comparableAsTyped } from "#app/server/comparable-now.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { answerInJson } from "#app/server/json-answers.server.ts";

/** What is comparable with the answers on a form that is being filled in; the page itself works without. */
export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "case.edit");
  return answerInJson(() =>
    handleForm(request, comparableForm, async ({ input }) => ({
      comparable: await comparableAsTyped(access, params.caseId ?? "", input),
    })),
  );
}

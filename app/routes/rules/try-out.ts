import type { ActionFunctionArgs } from "@remix-run/node";
import { tryOutForm } from "#app/schemas/policy-rule.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { answerInJson } from "#app/server/json-answers.server.ts";
import { tryTyped } from "#app/server/rule-editor.server.ts";

/**
 * What a rule that is being drafted would have done; the page itself works without. For who drafts rules: by asking for
 * anything one could find out about a single case what is not one's own to read.
 */
export async function action({ request }: ActionFunctionArgs) {
  await requireRight(request, "rule.edit");
  const access = await requireRight(request, "rule.read");
  return answerInJson(() =>
    handleForm(request, tryOutForm, async ({ input }) => ({
      trial: await tryTyped(access, input),
    })),
  );
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { ratingSchema } from "#app/schemas/rating.ts";
import { requireRight } from "#app/server/access.server.ts";
import { itemAddress } from "#app/server/agenda-items.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { answerInJson } from "#app/server/json-answers.server.ts";
import { recordRating } from "#app/server/ratings.server.ts";

/** Keeps one cell of the scoring page while people type; the page itself works without. */
export async function action({ request, params }: ActionFunctionArgs) {
  const access = await requireRight(request, "session.score");
  return answerInJson(() =>
    handleForm(request, ratingSchema, async ({ input }) => ({
      saved: true,
      ...(await recordRating(access, itemAddress(params), input)),
    })),
  );
}

import type { ActionFunctionArgs } from "@remix-run/node";
import { practiceRatingSchema } from "#app/schemas/practice.ts";
import { requireRight } from "#app/server/access.server.ts";
import { handleForm } from "#app/server/forms.server.ts";
import { keepPracticeRating } from "#app/server/practice-scoring.server.ts";
import { answerInJson } from "#app/server/json-answers.server.ts";

/** Keeps one cell while people type, as the scoring page of a real session does. */
export async function action({ request }: ActionFunctionArgs) {
  const access = await requireRight(request, "home.read");
  return answerInJson(() =>
    handleForm(request, practiceRatingSchema, async ({ input }) => ({
      saved: true,
      ...(await keepPracticeRating(access, input)),
    })),
  );
}

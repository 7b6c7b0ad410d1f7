import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { downloadQuestionSet } from "#app/server/question-set-import.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "question-set.manage");
  return downloadQuestionSet(access, params.questionSetId ?? "");
}

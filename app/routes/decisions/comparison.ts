import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { compareTyped, typedIn } from "#app/server/decision-treatment.server.ts";

/** How the decision as it is typed now compares with earlier ones; the form itself works without. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "decision.prepare");
  return Response.json(await compareTyped(access, params.caseId ?? "", typedIn(request.url)));
}

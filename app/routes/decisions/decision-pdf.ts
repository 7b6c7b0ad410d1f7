import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { downloadDecision } from "#app/server/pdf-downloads.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  return downloadDecision(access, params.caseId ?? "", params.decisionId ?? "");
}

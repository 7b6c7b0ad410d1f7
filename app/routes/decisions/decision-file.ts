import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { downloadDecisionFile } from "#app/server/decision-file.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  const { caseId = "", decisionId = "" } = params;
  return downloadDecisionFile(access, { caseId, decisionId });
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { downloadLetterDocx } from "#app/server/letter-downloads.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  const { caseId = "", decisionId = "" } = params;
  const number = new URL(request.url).searchParams.get("brief");
  return downloadLetterDocx(access, { caseId, decisionId, number });
}

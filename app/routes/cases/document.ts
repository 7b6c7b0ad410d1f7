import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { downloadDocument } from "#app/server/documents.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "case.read");
  const { caseId = "", documentId = "" } = params;
  return downloadDocument(access, { caseId, documentId });
}

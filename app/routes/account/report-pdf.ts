import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { downloadReport } from "#app/server/pdf-downloads.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const access = await requireRight(request, "figures.read");
  return downloadReport(access, params.year ?? "");
}

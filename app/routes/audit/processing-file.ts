import type { LoaderFunctionArgs } from "@remix-run/node";
import { processingFilters } from "#app/schemas/processing.ts";
import { requireRight } from "#app/server/access.server.ts";
import { exportProcessing } from "#app/server/processing.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "processing.read");
  return exportProcessing(access, processingFilters(request.url));
}

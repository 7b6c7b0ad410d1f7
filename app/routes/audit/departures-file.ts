import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportDepartures } from "#app/server/exports-audit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "audit.read");
  return exportDepartures(access, request.url);
}

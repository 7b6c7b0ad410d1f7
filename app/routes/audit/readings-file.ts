import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireRight } from "#app/server/access.server.ts";
import { exportReadings } from "#app/server/exports-audit.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const access = await requireRight(request, "processing.read");
  return exportReadings(access, request.url);
}
